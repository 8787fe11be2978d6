"""Addresses of the room `sittings`: what all read, and what committee and association work on."""

from django.urls import URLPattern, path

from makul.sittings.views import public, readings

BILL = "bills/<int:pk>/readings/"

urlpatterns: list[URLPattern] = [
    path("sittings/", public.sitting_list, name="sitting_list"),
    path("sittings/committees/", public.house_list, name="house_list"),
    path("sittings/committees/<slug:key>/", public.house, name="house"),
    path("sittings/not-invited/", public.not_invited, name="sittings_not_invited"),
    path("sittings/<str:number>/", public.sitting_case, name="sitting_case"),
    path(BILL, readings.bill_readings, name="bill_readings"),
    path(f"{BILL}new/", readings.reading_new, name="reading_new"),
    path(f"{BILL}<int:reading>/rows/", readings.reading_rows, name="reading_rows"),
    path(f"{BILL}<int:reading>/compare/", readings.reading_compare, name="reading_compare"),
]
