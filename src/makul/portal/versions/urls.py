"""Addresses of the comparison of versions."""

from django.urls import path

from makul.cases.views.public.urls import CASE
from makul.portal.versions import views

urlpatterns = [
    path(f"{CASE}versions/", views.case_versions, name="case_versions"),
    path(
        f"{CASE}versions-<slug:code>.<slug:ending>", views.versions_file, name="case_versions_file"
    ),
]
