"""Addresses of Parliament's side."""

from django.urls import path

from makul.portal.parliament import feeds, views

urlpatterns = [
    path("parliament/", views.parliament, name="parliament"),
    path("statistics/parliament/", views.parliament_statistics, name="parliament_statistics"),
    path("statistics/parliament.csv", views.parliament_csv, name="parliament_csv"),
    path("feeds/alerts.atom", feeds.alerts_feed, name="alerts_feed"),
    path("feeds/sittings.ics", feeds.sittings_calendar, name="sittings_calendar"),
]
