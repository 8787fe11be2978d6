"""Addresses of the room `bills`."""

from django.urls import path

from makul.bills.views import public, work

urlpatterns = [
    path("bills/", public.bill_list, name="bill_list"),
    path("bills/watch/", public.bill_watch, name="bill_watch"),
    path("bills/desk/", work.bills_desk, name="bills_desk"),
    path("bills/<int:pk>/", public.bill, name="bill"),
    path("bills/alerts/<int:pk>/", work.bill_alert, name="bill_alert"),
]
