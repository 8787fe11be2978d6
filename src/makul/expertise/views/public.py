"""Expertises as anyone may read them: the list, each one whole, the experts, the method."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.cases.queries.work import working_days_left
from makul.cases.views.public.case import breach, next_due, told_breaches
from makul.cases.views.public.own import own_way
from makul.cases.views.public.page import Shown, cached, language, public_case
from makul.cases.views.public.timeline import timeline
from makul.cases.views.work.words import outcome_words, step_name
from makul.expertise.models import Expert, Expertise
from makul.expertise.queries.listing import counts, expertises, given_by
from makul.expertise.queries.opinion import opinion_of
from makul.expertise.queries.register import register
from makul.expertise.views.page import capital, value_words
from makul.expertise.views.worksheet import part_name
from makul.law.forms import phrase
from makul.law.method import method

A_PAGE = 50
WORDS: dict[str, Callable[[], str]] = {
    "": lambda: _("All"),
    "under_way": lambda: _("Under way"),
    "acceptable": lambda: capital(value_words("acceptable")),
    "acceptable_with_changes": lambda: capital(value_words("acceptable_with_changes")),
    "not_acceptable": lambda: capital(value_words("not_acceptable")),
    "insufficient": lambda: capital(value_words("insufficient")),
    "second": lambda: _("Deliberated twice"),
}


@cached
def expertise_list(request: HttpRequest) -> HttpResponse:
    """All expertises by verdict, and how they are counted."""
    today, state = timezone.localdate(), request.GET.get("state", "")
    state = state if state in WORDS else ""
    known = counts()
    page = Paginator(expertises(state), A_PAGE).get_page(request.GET.get("page"))
    values = {
        "title": _("Municipal expertises"),
        "state": state,
        "states": [(key, word(), known[key or "all"]) for key, word in WORDS.items()],
        "lines": [line(one, today=today) for one in page.object_list],
        "page_obj": page,
        "today": today,
        "counts": known,
        "nav": "parliament",
    }
    return render(request, "expertise/public/list.html", values)


def line(one: Any, *, today: Any) -> dict[str, Any]:
    """A line of the list: of what, how it stands, both verdicts."""
    case = one.case
    return {
        "expertise": one,
        "case": case,
        "first": value_words(one.first_value) if one.first_value else "",
        "first_key": one.first_value or "",
        "second": value_words(one.second_value) if one.second_value else "",
        "now": outcome_words(case.outcome) if case.outcome else step_name(case.stage),
        "left": working_days_left(today, case.next_due_on),
    }


@public_case
def expertise_case(shown: Shown) -> HttpResponse:
    """One expertise whole: how it stands, the opinion, its papers, what became of it."""
    found = Expertise.objects.select_related("bill", "conciliation", "version", "ordered_by")
    expertise = get_object_or_404(found, case=shown.case)
    expertise.case = shown.case
    opinion = opinion_of(expertise)
    signed = {n: one for n, one in opinion.verdicts.items() if one.signed_at}
    values = {
        "title": shown.case.title(language()) or shown.case.title_ky or shown.case.title_ru,
        "case": shown.case,
        "shown": shown,
        "today": shown.today,
        "nav": "parliament",
        "expertise": expertise,
        "opinion": opinion,
        "now": now(shown),
        "due": next_due(shown),
        "own": own_way(shown),
        "timeline": timeline(shown),
        "breaches": [breach(one, shown) for one in told_breaches(shown)],
        "first": signed.get(1),
        "second": signed.get(2),
        "first_words": capital(value_words(signed[1].value)) if 1 in signed else "",
        "second_words": capital(value_words(signed[2].value)) if 2 in signed else "",
        "answer_words": capital(value_words(opinion.answer.value)) if opinion.answer else "",
        "parts": [(part_name(opinion, key), asked) for key, asked in opinion.parts.items()],
        "declared": {one.expert_id: one for one in opinion.declarations},
        "files": files(signed),
        "language": language(),
    }
    return render(shown.request, "expertise/public/expertise.html", values)


def now(shown: Shown) -> str:
    """The first sentence: what is so now."""
    status = shown.status
    if status.closed:
        return f"{capital(outcome_words(status.outcome or ''))}."
    return _("The expertise stands at: %(step)s.") % {"step": step_name(status.stage)}


def files(signed: dict[int, Any]) -> list[dict[str, Any]]:
    """The papers of each deliberation, the newest version (one query each)."""
    found = []
    for number, verdict in signed.items():
        versions = list(verdict.document.versions.order_by("number", "language"))
        last = max((one.number for one in versions), default=0)
        own = [one for one in versions if one.number == last]
        found.append({"deliberation": number, "document": verdict.document, "versions": own})
    return found


@cached
def expert_list(request: HttpRequest) -> HttpResponse:
    """The register of experts, open to all: what they know, what they declared, what they gave."""
    values = {
        "title": _("Register of experts"),
        "lines": register(on=timezone.localdate()),
        "nav": "parliament",
    }
    return render(request, "expertise/public/experts.html", values)


@cached
def expert(request: HttpRequest, key: str) -> HttpResponse:
    """One expert of the register."""
    found = get_object_or_404(Expert.objects.select_related("party"), party__key=key)
    today = timezone.localdate()
    values = {
        "title": capital(found.party.name(language())),
        "expert": found,
        "entered": register(on=today, only=[found.pk])[0],
        "declarations": found.declarations.select_related("expertise__case", "body"),
        "lines": [line(one, today=today) for one in given_by(found.pk)[:A_PAGE]],
        "today": today,
        "nav": "parliament",
    }
    return render(request, "expertise/public/expert.html", values)


@cached
def expertise_method(request: HttpRequest) -> HttpResponse:
    """The method, drawn from its data: questions, what counts as an answer, what they rest on."""
    found, code = method(), language()
    values = {
        "title": _("Method of the municipal expertise"),
        "method": found,
        "interests": [
            (capital(phrase("interest", kind, language=code)), shown_questions(asked, code))
            for kind, asked in found.interests.items()
        ],
        "competence": shown_questions(found.competence, code),
        "effects": shown_questions(found.effects.values(), code),
        "matters": [words[code] for words in found.matters.values()],
        "answers": [words[code] for words in found.answers.values()],
        "parts": {key: words[code] for key, words in found.parts.items()},
        "rule": found.rule[code],
        "nav": "parliament",
    }
    return render(request, "expertise/public/method.html", values)


def shown_questions(asked: Any, code: str) -> list[dict[str, str]]:
    return [
        {
            "text": one.text(code),
            "counts": one.counts[code],
            "basis": "" if one.source.is_proposed else one.source.title(code),
        }
        for one in asked
    ]
