"""Addresses of the languages: of one case, and of all that are open."""

from django.urls import path

from makul.cases.views.public.urls import CASE
from makul.portal.languages import views

urlpatterns = [
    path("languages/", views.languages, name="languages"),
    path(f"{CASE}languages/", views.case_languages, name="case_languages"),
]
