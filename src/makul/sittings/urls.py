"""Addresses of the room `sittings`: what all read, and what committee and association work on."""

from django.urls import URLPattern, path, re_path

from makul.sittings.views import (
    files,
    minutes,
    opinions,
    planning,
    public,
    readings,
    recording,
    work,
)

BILL = "bills/<int:pk>/readings/"
ONE = "sittings/<str:number>/"
WORK = f"{ONE}work/"
FILE = r"(?P<name>ky|ru|ky-ru)\.(?P<kind>pdf|docx)$"

PUBLIC: list[URLPattern] = [
    path("sittings/", public.sitting_list, name="sitting_list"),
    path("sittings/committees/", public.house_list, name="house_list"),
    path("sittings/committees/<slug:key>/", public.house, name="house"),
    path("sittings/not-invited/", public.not_invited, name="sittings_not_invited"),
    path(BILL, readings.bill_readings, name="bill_readings"),
    path(f"{BILL}<int:reading>/compare/", readings.reading_compare, name="reading_compare"),
]
HOUSE: list[URLPattern] = [
    path("sittings/new/", planning.sitting_new, name="sitting_new"),
    path("sittings/invitations/", opinions.sitting_invitations, name="sitting_invitations"),
    path(f"{BILL}new/", readings.reading_new, name="reading_new"),
    path(f"{BILL}<int:reading>/rows/", readings.reading_rows, name="reading_rows"),
]
# A step of the procedure is done on the page `sitting_<step>`: the room of cases finds it so.
STEPS: list[URLPattern] = [
    path(WORK, work.sitting_work, name="sitting_work"),
    path(f"{WORK}agenda/", planning.agenda, name="sitting_agenda_changed"),
    path(f"{WORK}agenda/new/", planning.item_new, name="sitting_item_new"),
    path(f"{WORK}agenda/<int:item>/", planning.item_edit, name="sitting_item_edit"),
    path(f"{WORK}agenda/<int:item>/off/", planning.item_off, name="sitting_item_off"),
    path(f"{WORK}invitations/", planning.invitations, name="sitting_invited"),
    path(f"{WORK}postpone/", planning.postponed, name="sitting_postponed"),
    path(f"{WORK}cancel/", planning.cancelled, name="sitting_cancelled"),
    path(f"{WORK}record/", recording.held, name="sitting_held"),
    path(f"{WORK}record/present/", recording.presence, name="sitting_presence"),
    path(f"{WORK}record/<int:item>/", recording.item_record, name="sitting_item"),
    path(f"{WORK}opinion/", opinions.opinions, name="sitting_opinion"),
    path(f"{WORK}opinion/<int:item>/", opinions.item_opinion, name="sitting_item_opinion"),
    path(
        f"{WORK}opinion/<int:item>/release/",
        opinions.opinion_release,
        name="sitting_opinion_release",
    ),
    path(f"{WORK}opinion/<int:item>/note/", opinions.note, name="sitting_note"),
    path(f"{WORK}dissent/", minutes.dissent, name="sitting_dissent"),
    path(f"{WORK}minutes/draft/", minutes.minutes_drafted, name="sitting_minutes_drafted"),
    path(f"{WORK}minutes/", minutes.minutes_corrected, name="sitting_minutes_corrected"),
    path(f"{WORK}minutes/approve/", minutes.minutes_approved, name="sitting_minutes_approved"),
]
FILES: list[URLPattern] = [
    re_path(
        rf"^sittings/(?P<number>[^/]+)/minutes/{FILE}",
        files.minutes_file,
        name="sitting_minutes_file",
    ),
    re_path(
        rf"^sittings/(?P<number>[^/]+)/agenda/{FILE}",
        files.agenda_file,
        name="sitting_agenda_file",
    ),
]
urlpatterns: list[URLPattern] = [
    *PUBLIC,
    *HOUSE,
    path(ONE, public.sitting_case, name="sitting_case"),
    *STEPS,
    *FILES,
]
