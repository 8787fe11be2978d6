"""Addresses of what the public reads across all cases."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("makul.portal.parliament.urls")),  # before the statistics of a body by its key
    path("", include("makul.portal.views.urls")),
    path("", include("makul.portal.opendata.urls")),
    path("", include("makul.portal.versions.urls")),
    path("", include("makul.portal.languages.urls")),
    path("api/v1/", include("makul.portal.api.urls")),
]
