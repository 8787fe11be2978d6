"""Addresses of Parliament's side."""

from django.urls import path

from makul.portal.parliament.views import feeds, pages

urlpatterns = [
    path("parliament/", pages.parliament, name="parliament"),
    path("statistics/parliament/", pages.parliament_statistics, name="parliament_statistics"),
    path("statistics/parliament.csv", pages.parliament_csv, name="parliament_csv"),
    path("feeds/alerts.atom", feeds.alerts_feed, name="alerts_feed"),
    path("feeds/sittings.ics", feeds.sittings_calendar, name="sittings_calendar"),
]
