"""Addresses of the desk across and beside the pages of a case: reach, board, calendar, votes."""

from django.urls import URLPattern, path

from makul.cases.views.work.board import case_board
from makul.cases.views.work.calendar import case_calendar
from makul.cases.views.work.reach import reach, reach_remind
from makul.cases.views.work.voting import board_open, board_vote

WORK = "cases/<str:number>/work/"

urlpatterns: list[URLPattern] = [
    path("cases/board/", case_board, name="case_board"),
    path("cases/calendar/", case_calendar, name="case_calendar"),
    path(f"{WORK}reach/", reach, name="reach"),
    path(f"{WORK}reach/remind/", reach_remind, name="reach_remind"),
    path(f"{WORK}opinion/board/", board_open, name="board_open"),
    path(f"{WORK}opinion/vote/", board_vote, name="board_vote"),
]
