"""Addresses of the desk across and beside the pages of a case: reach, board, calendar, votes."""

from django.urls import URLPattern, path

from makul.cases.views.work.reach import reach, reach_remind

WORK = "cases/<str:number>/work/"

urlpatterns: list[URLPattern] = [
    path(f"{WORK}reach/", reach, name="reach"),
    path(f"{WORK}reach/remind/", reach_remind, name="reach_remind"),
]
