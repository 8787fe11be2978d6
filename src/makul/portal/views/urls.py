"""Addresses of the first page, the search, the statistics and the feeds."""

from __future__ import annotations

from django.urls import path

from makul.cases.views.public.urls import CASE
from makul.portal.views import calendars, feeds, home, search, statistics

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics.csv", statistics.statistics_csv, name="statistics_csv"),
    path("statistics/<slug:key>/", statistics.statistics_of_body, name="statistics_of_body"),
    path(
        "statistics/<slug:key>/<slug:figure>/",
        statistics.statistics_cases,
        name="statistics_cases",
    ),
    path("feeds/", feeds.about, name="feeds"),
    path("feeds/cases.atom", feeds.new_cases, name="cases_feed"),
    path("feeds/not-agreed.atom", feeds.not_agreed, name="not_agreed_feed"),
    path("feeds/bodies/<slug:key>.atom", feeds.of_body, name="body_feed"),
    path("feeds/due.ics", calendars.all_due, name="due"),
    path("feeds/bodies/<slug:key>.ics", calendars.due_of_body, name="body_due"),
    path(f"{CASE}feed.atom", feeds.of_case, name="case_feed"),
    path(f"{CASE}due.ics", calendars.due_of_case, name="case_due"),
]
