"""How the kinds of initiators, stages, events, alerts and their answers are called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

INITIATORS: dict[str, Promise] = {
    "cabinet": _("Cabinet of Ministers"),
    "deputies": _("deputies of the Jogorku Kenesh"),
    "president": _("President"),
    "voters": _("ten thousand voters"),
    "court": _("Supreme Court"),
    "prosecutor": _("Prosecutor General"),
    "kurultai": _("People's Kurultai"),
}
STAGES: dict[str, Promise] = {
    "registered": _("registered"),
    "committee": _("in the committee"),
    "reading_1": _("first reading"),
    "reading_2": _("second reading"),
    "reading_3": _("third reading"),
    "adopted": _("adopted"),
    "signed": _("signed by the President"),
    "published": _("published"),
    "rejected": _("rejected"),
    "withdrawn": _("withdrawn"),
}
EVENTS: dict[str, Promise] = {
    "registered": _("Registered"),
    "agenda": _("Put on the agenda"),
    "agenda_changed": _("The agenda was changed after it was sent out"),
    "fast_track": _("Several readings at once"),
    "reading": _("Reading"),
    "amendment": _("An amendment was tabled"),
    "adopted": _("Adopted"),
    "signed": _("Signed by the President"),
    "published": _("Published officially"),
    "rejected": _("Rejected"),
    "withdrawn": _("Withdrawn"),
}
ALERTS: dict[str, Promise] = {
    "no_case": _("No conciliation"),
    "agenda_change": _("Agenda changed"),
    "fast_track": _("Several readings at once"),
    "reopened": _("A settled row was reopened"),
}
ANSWERS: dict[str, Promise] = {
    "motion": _("a case was opened on own motion"),
    "opinion": _("an opinion was filed"),
    "let_be": _("let be, with a reason"),
    "": _("not answered yet"),
}
TOUCHES: dict[str, Promise] = {
    "unknown": _("not looked at"),
    "likely": _("likely, by its words"),
    "yes": _("yes, a person found it"),
    "no": _("no, a person found it"),
}
PAPERS: dict[str, Promise] = {
    "expertise": _("Municipal expertise"),
    "opinion": _("Opinion of the association"),
    "special_protocol": _("Special protocol"),
    "minutes": _("Minutes of a sitting"),
}
