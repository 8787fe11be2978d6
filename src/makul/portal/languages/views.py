"""Pages of the languages: how those of one draft stand article by article, and a list of all open cases."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from makul.cases.models import Case
from makul.cases.queries.text import LANGUAGES
from makul.cases.views.public.page import Shown, cached, language, public_case
from makul.core.provisions import label
from makul.core.provisions.parity import Gap
from makul.drafts.models import DraftAct
from makul.portal.languages.reading import (
    Findings,
    Standing,
    findings_of,
    standing_of,
    standings_of,
)

A_PAGE = 50
MOST_EIDS = 12


@public_case
def case_languages(shown: Shown) -> HttpResponse:
    """Which text is authentic, which lacks and since when, and where the two do not go together."""
    found = standing_of(shown.case)
    findings = findings_of(found)
    values = {
        "title": _("Languages"),
        "case": shown.case,
        "today": shown.today,
        "nav": "case_list",
        "found": found,
        "now": now_words(found, findings),
        "texts": texts_of(found),
        "lacks": [lack_values(one) for one in found.lacks],
        "is_overdue": found.is_overdue(shown.today),
        "parity": findings.parity,
        "gaps": [gap_values(one, found) for one in findings.gaps],
        "beside": beside_of(shown.case),
    }
    return render(shown.request, "portal/case_languages.html", values)


def now_words(found: Standing, findings: Findings) -> str:
    """The state in one sentence."""
    if not found.number:
        return _("There is no text yet.")
    if any(lack.language == "ky" for lack in found.lacks):
        return _("The newest version has no Kyrgyz text.")
    if found.lacks:
        return _("The newest version has no Russian text.")
    if findings.gaps:
        return _("Both texts are there; in some places they do not go together.")
    return _("Both texts are there and go together article by article.")


def texts_of(found: Standing) -> list[dict[str, Any]]:
    """The newest text in each language, or that there is none."""
    newest = found.newest
    return [
        {
            "code": code,
            "version": newest.get(code),
            "is_newest": code in newest and newest[code].number == found.number,
            "is_authentic": code == found.authentic,
        }
        for code in LANGUAGES
    ]


def lack_values(lack: Any) -> dict[str, Any]:
    words = {
        "ky": _("There is no Kyrgyz text of version %(number)s."),
        "ru": _("There is no Russian text of version %(number)s."),
    }
    said = words[lack.language] % {"number": lack.number}
    return {"words": said, "since": lack.since, "last": lack.last}


def gap_values(gap: Gap, found: Standing) -> dict[str, Any]:
    """One line of the table: the article, what does not go together, and where."""
    code = language()
    text = reverse("case_text", args=[found.case.number])
    eids = [label(eid, language=code) for eid in gap.eids if eid != gap.eid][:MOST_EIDS]
    return {
        "place": label(gap.eid, language=code),
        "url": f"{text}#{gap.eid}",
        "words": gap_words(gap),
        "where": "; ".join(one.partition(", ")[2] or one for one in eids),
        "more": max(0, len(gap.eids) - MOST_EIDS),
        "lacks": gap.lacks,
    }


def gap_words(gap: Gap) -> str:
    """What does not go together, in a sentence that says in which language there is work to do."""
    is_ky = gap.lacks == "ky"
    return {
        "missing": _("stands in Russian only") if is_ky else _("stands in Kyrgyz only"),
        "heading": _("has no heading in Kyrgyz") if is_ky else _("has no heading in Russian"),
        "parts": _("these stand in Russian only") if is_ky else _("these stand in Kyrgyz only"),
        "changed": _("changed in Russian, and the Kyrgyz text stayed as it was")
        if is_ky
        else _("changed in Kyrgyz, and the Russian text stayed as it was"),
        "number": _("bears another number in the other language"),
        "figures": _("the numbers in the words differ: compare them"),
    }[gap.kind]


def beside_of(case: Case) -> list[dict[str, Any]]:
    """What is said beside the text in one language only: title, summary, questions, the note."""
    draft = DraftAct.objects.filter(case=case).prefetch_related("headings").first()
    if draft is None:
        return []
    names = {"title": _("Title"), "summary": _("Summary"), "questions": _("Questions")}
    found = [
        {"words": words, "has": has_of(draft, name), "url": reverse("case", args=[case.number])}
        for name, words in names.items()
    ]
    for one in draft.headings.all():
        words = _("Justification note, heading %(number)s") % {"number": one.number}
        found.append({"words": words, "has": has_of(one, "text"), "url": ""})
    return [one for one in found if len(one["has"]) == 1]


def has_of(thing: Any, name: str) -> list[str]:
    return [code for code in LANGUAGES if getattr(thing, f"{name}_{code}").strip()]


@require_safe
@cached
def languages(request: HttpRequest) -> HttpResponse:
    """All open cases: which text is authentic, which lacks and since when (a constant of queries)."""
    today = timezone.localdate()
    is_all = request.GET.get("all") == "1"
    found = standings_of(
        Case.objects.of("npa").filter(is_closed=False).order_by("-opened_at", "-pk")
    )
    lacking = [one for one in found if one.lacks]
    lacking.sort(key=lambda one: min(lack.since for lack in one.lacks))
    shown = found if is_all else lacking
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("page"))
    values = {
        "title": _("Languages of the drafts"),
        "now": state_words(len(found), len(lacking)),
        "page_obj": page,
        "rows": [row_values(one, today=today) for one in page],
        "is_all": is_all,
        "open": len(found),
        "lacking": len(lacking),
        "nav": "languages",
    }
    return render(request, "portal/languages.html", values)


def state_words(n: int, lacking: int) -> str:
    if not n:
        return _("No case is open.")
    if not lacking:
        return _("Every open draft has both texts.")
    return _("Open cases: %(n)s; a text is missing in: %(lacking)s.") % {"n": n, "lacking": lacking}


def row_values(one: Standing, *, today: Any) -> dict[str, Any]:
    overdue = one.is_overdue(today)
    return {
        "case": one.case,
        "authentic": one.authentic,
        "is_declared": one.is_declared,
        "number": one.number,
        "lacks": [lack_values(lack) for lack in one.lacks],
        "ready_by": one.ready_by if one.lacks else None,
        "ready_words": date_format(one.ready_by, "DATE_FORMAT") if one.ready_by else "",
        "is_overdue": overdue,
    }
