"""The record of a sitting, kept while it is written: who is there, then each item on a page of its own."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from makul.cases.forms.outcome import RowForms
from makul.parties import keeping
from makul.parties.forms import ConfirmForm, OnceForm
from makul.parties.models import Party
from makul.sittings.actions.recording import (
    decide_item,
    hold_sitting,
    note_presence,
    note_speech,
    record_ballot,
)
from makul.sittings.forms.record import (
    BallotForm,
    DecisionForm,
    HoldForm,
    PresenceForm,
    SpeechForm,
    typed_ballot,
    typed_presence,
    typed_speech,
)
from makul.sittings.models import Presence
from makul.sittings.queries.choosing import parties_at
from makul.sittings.queries.whole import ItemShown, whole_of
from makul.sittings.views.page import SittingWork, language, sitting_page

EMPTY_LINES = 3
MOST_LINES = 60
SPEECH, BALLOT, DECISION = "speech", "ballot", "decision"


@sitting_page("record_sitting")
def held(work: SittingWork) -> HttpResponse:
    """The record as a whole: presence, the items one by one, and that the sitting was held."""
    sitting = work.sitting
    first = {
        "held_at": sitting.held_at or sitting.starts_at,
        "ended_at": sitting.ended_at,
        "quorum": {True: "yes", False: "no", None: ""}[sitting.has_quorum],
    }
    form = HoldForm(work.data, initial=first)
    if work.is_post and work.attempt(form, lambda: hold(work, form)):
        said = _("It is on record that the sitting was held. Now the minutes can be drafted.")
        return work.done(said, to=work.url("sitting_work"))
    values = {
        "title": _("Record of the sitting"),
        "whole": whole_of(sitting),
        "uninvited": [one for one in work.status.due if one.step == "invited"],
        "term": work.term("held"),
    }
    return work.show("held.html", values, form=form)


def hold(work: SittingWork, form: HoldForm) -> object:
    given = form.cleaned_data
    return hold_sitting(
        sitting=work.sitting,
        held_at=given["held_at"],
        ended_at=given["ended_at"],
        has_quorum=form.has_quorum,
        actor=work.actor,
        now=work.now,
    )


def named(parties: list[Party]) -> list[tuple[Party, str]]:
    return [(one, one.name(language())) for one in parties]


@sitting_page("record_sitting")
def presence(work: SittingWork) -> HttpResponse:
    """Who is there, a line each; what is typed is kept, and saving adds empty lines."""
    parties = parties_at(work.sitting)
    begun = keeping.begun(work.request)
    lines = presence_lines(work, parties, begun)
    forms = RowForms(ConfirmForm(work.data), lines)
    if work.is_post and work.attempt(forms, lambda: note(work, lines)):
        keeping.forget(work.actor, work.request.path)
        on = work.request.path if work.data.get("do") == "more" else work.url("sitting_held")
        return work.done(_("Who was present is on record."), to=on)
    values = {"title": _("Who was present"), "forms": forms, "lines": lines}
    return work.show("presence.html", values, form=forms if work.is_post else None)


def presence_lines(work: SittingWork, parties: list[Party], begun: Any) -> list[PresenceForm]:
    """As many lines as were sent, kept or are known, and a few empty ones."""
    given = work.data or begun
    known = [typed_presence(one) for one in work.sitting.presences.select_related("party")]
    first = known or expected(work, parties)
    count = lines_in(given) if given else len(first) + EMPTY_LINES
    choices = named(parties)
    if work.is_post:
        return [PresenceForm(work.data, prefix=f"p{n}", parties=choices) for n in range(count)]
    typed = [typed_line(begun, n) for n in range(count)] if begun else first
    typed += [{} for _n in range(count - len(typed))]
    return [
        PresenceForm(prefix=f"p{n}", parties=choices, initial=line) for n, line in enumerate(typed)
    ]


def lines_in(given: Any) -> int:
    said = str(given.get("count", ""))
    return min(int(said), MOST_LINES) if said.isdigit() else EMPTY_LINES


def typed_line(begun: Any, n: int) -> dict[str, Any]:
    """A line as it was typed and kept."""
    words = {name: begun.get(f"p{n}-{name}", "") for name in ("kind", "party", "office", "count")}
    return words | {name: f"p{n}-{name}" in begun for name in ("absent", "is_remote")}


def expected(work: SittingWork, parties: list[Party]) -> list[dict[str, Any]]:
    """The members first, then a line for each party that may be there."""
    others = [one for one in parties if one.pk != work.sitting.house_id]
    lines: list[dict[str, Any]] = [{"kind": Presence.Kind.MEMBER}]
    for one in others:
        is_ours = one.kind == Party.Kind.ASSOCIATION
        kind = Presence.Kind.ASSOCIATION if is_ours else Presence.Kind.INITIATOR
        lines.append({"kind": kind, "party": one.key})
    return lines


def note(work: SittingWork, lines: list[PresenceForm]) -> object:
    said = [one.content for one in lines if one.is_said]
    return note_presence(sitting=work.sitting, presences=said, actor=work.actor, now=work.now)


@sitting_page("record_sitting")
def item_record(work: SittingWork, item: int) -> HttpResponse:
    """One item: who spoke in turn, how it was voted, what was decided; each goes on record at once."""
    whole = whole_of(work.sitting)
    shown = whole.item(item)
    if shown is None:
        raise Http404
    do = work.data.get("do", "") if work.data else ""
    forms = item_forms(work, shown, do)
    form = forms.get(do)
    if work.is_post and form and work.attempt(form, lambda: write(work, shown, do, form)):
        if do == SPEECH:  # a vote put down meanwhile leaves the words being typed as they are
            keeping.forget(work.actor, work.request.path)
        return work.done(SAID[do](), to=f"{work.request.path}#h-{do}")
    keys = [one.item.pk for one in whole.items]
    place = keys.index(item)
    values = {
        "title": _("Item %(n)s") % {"n": shown.item.order},
        "one": shown,
        "forms": forms,
        "place": place + 1,
        "all": len(keys),
        "before": keys[place - 1] if place else None,
        "after": keys[place + 1] if place + 1 < len(keys) else None,
        "writes": bool(forms[SPEECH].is_bound or asked_speech(work, shown)),
    }
    return work.show("item_record.html", values, form=form)


SAID = {
    SPEECH: lambda: _("The speech is on record."),
    BALLOT: lambda: _("The vote is on record."),
    DECISION: lambda: _("The decision is on record."),
}


def asked_speech(work: SittingWork, shown: ItemShown) -> Any:
    """The speech that is to be corrected, where the address names one."""
    asked = work.request.GET.get("speech", "")
    return next((one for one in shown.speeches if str(one.order) == asked), None)


def item_forms(work: SittingWork, shown: ItemShown, do: str) -> dict[str, OnceForm]:
    """The three forms of an item; only the one that was sent holds what was sent."""
    speech = asked_speech(work, shown)
    ballot = shown.ballots[-1] if shown.ballots else None
    begun = keeping.begun(work.request) or {}
    decided = {"decision_ky": shown.item.decision_ky, "decision_ru": shown.item.decision_ru}
    return {
        SPEECH: SpeechForm(
            work.data if do == SPEECH else None,
            parties=named(parties_at(work.sitting)),
            order=speech.order if speech else None,
            initial=typed_speech(speech) if speech else begun,
            auto_id="speech_%s",
        ),
        BALLOT: BallotForm(
            work.data if do == BALLOT else None,
            order=ballot.order if ballot else 1,
            initial=typed_ballot(ballot) if ballot else {"abstained": 0},
            auto_id="ballot_%s",
        ),
        DECISION: DecisionForm(
            work.data if do == DECISION else None, initial=decided, auto_id="decision_%s"
        ),
    }


def write(work: SittingWork, shown: ItemShown, do: str, form: Any) -> object:
    known: dict[str, Any] = {"item": shown.item, "actor": work.actor, "now": work.now}
    if do == SPEECH:
        return note_speech(content=form.content, **known)
    if do == BALLOT:
        return record_ballot(content=form.content, **known)
    words = {name: form.cleaned_data[name] for name in ("decision_ky", "decision_ru")}
    return decide_item(**words, **known)
