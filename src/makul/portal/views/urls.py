"""Addresses of the first page, the search, the statistics and the feeds."""

from __future__ import annotations

from django.urls import path

from makul.portal.views import search

urlpatterns = [
    path("search/", search.search, name="search"),
]
