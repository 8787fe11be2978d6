"""Addresses of the meeting: its agenda, its record, its minutes."""

from django.urls import URLPattern, path, re_path

from makul.cases.views.work.meetings import (
    meeting_agenda,
    meeting_hold,
    meeting_invite,
    meeting_row,
)
from makul.cases.views.work.minutes import agenda_file, latest_minutes, minutes, minutes_file

WORK = "cases/<str:number>/work/"
FILE = r"(?P<name>ky|ru|ky-ru)\.(?P<kind>pdf|docx)$"

urlpatterns: list[URLPattern] = [
    path(f"{WORK}meeting/", meeting_invite, name="meeting_invite"),
    path(f"{WORK}meeting/agenda/", meeting_agenda, name="meeting_agenda"),
    re_path(
        rf"^cases/(?P<number>[^/]+)/work/meeting/agenda/{FILE}", agenda_file, name="agenda_file"
    ),
    path(f"{WORK}meeting/record/", meeting_hold, name="meeting_hold"),
    path(f"{WORK}meeting/record/<int:row>/", meeting_row, name="meeting_row"),
    path(f"{WORK}minutes/", latest_minutes, name="latest_minutes"),
    path(f"{WORK}minutes/<int:meeting>/", minutes, name="minutes"),
    re_path(
        rf"^cases/(?P<number>[^/]+)/work/minutes/(?P<meeting>\d+)/{FILE}",
        minutes_file,
        name="minutes_file",
    ),
]
