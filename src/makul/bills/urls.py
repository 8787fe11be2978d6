"""Addresses of the room `bills`."""

from django.urls import path, re_path

from makul.bills.views import alerts, counted, intake, public, work

ALERT = "bills/alerts/<int:pk>/"

urlpatterns = [
    path("bills/", public.bill_list, name="bill_list"),
    path("bills/watch/", counted.bill_watch, name="bill_watch"),
    path("bills/<int:pk>/", public.bill, name="bill"),
    path("bills/<int:pk>/find/", work.bill_find, name="bill_find"),
    path("bills/<int:pk>/found/", work.bill_found, name="bill_found"),
    path("bills/desk/", work.bills_desk, name="bills_desk"),
    path("bills/desk/confirm/<int:pk>/", work.bill_confirm, name="bill_confirm"),
    path("bills/imports/", intake.bill_intakes, name="bill_intakes"),
    path("bills/imports/<int:pk>/", intake.bill_intake, name="bill_intake"),
    path(ALERT, alerts.bill_alert, name="bill_alert"),
    path(f"{ALERT}case/", alerts.alert_motion, name="alert_motion"),
    path(f"{ALERT}opinion/", alerts.alert_opinion, name="alert_opinion"),
    path(f"{ALERT}let-be/", alerts.alert_let_be, name="alert_let_be"),
    re_path(
        r"^bills/alerts/(?P<pk>[0-9]{1,12})/opinion-(?P<language>ky|ru)\.pdf$",
        alerts.opinion_pdf,
        name="opinion_pdf",
    ),
]
