"""Addresses of the room `sittings`: what all read, and what committee and association work on."""

from django.urls import URLPattern, path

from makul.sittings.views import readings

BILL = "bills/<int:pk>/readings/"

urlpatterns: list[URLPattern] = [
    path(BILL, readings.bill_readings, name="bill_readings"),
    path(f"{BILL}new/", readings.reading_new, name="reading_new"),
    path(f"{BILL}<int:reading>/rows/", readings.reading_rows, name="reading_rows"),
    path(f"{BILL}<int:reading>/compare/", readings.reading_compare, name="reading_compare"),
]
