"""Municipal expertises: what the hub shows of them, and what is counted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Count as Number
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makul.cases.views.public.page import language
from makul.cases.views.work.words import named
from makul.expertise.models import Expertise, Verdict
from makul.law.procedures import procedure
from makul.law.procedures.about import about
from makul.portal.parliament.bills import A_YEAR
from makul.portal.parliament.told import (
    NEWEST,
    Count,
    Group,
    Line,
    Measure,
    Shelf,
    Table,
    Told,
    counted,
    list_page,
    page_of,
    part_of,
)

UNFAVOURABLE = "not_acceptable"
MEASURES = {
    "expertises": Measure(
        gettext_lazy("Expertises ordered"),
        gettext_lazy("Municipal expertises by the year in which they were ordered."),
    ),
    "expertises_given": Measure(
        gettext_lazy("With a verdict"),
        gettext_lazy("Expertises whose verdict is signed, of those ordered."),
        gettext_lazy("expertises"),
    ),
    "expertises_unfavourable": Measure(
        gettext_lazy("Unfavourable"),
        gettext_lazy(
            "Expertises that found the draft not acceptable at the first deliberation, of those with a verdict."
        ),
        gettext_lazy("expertises"),
    ),
    "expertises_second": Measure(
        gettext_lazy("Deliberated a second time"),
        gettext_lazy(
            "Expertises deliberated a second time because the initiator kept the text, of the unfavourable ones."
        ),
        gettext_lazy("expertises"),
    ),
}


def verdicts() -> QuerySet[Verdict]:
    """The verdicts that are signed."""
    return Verdict.objects.filter(signed_at__isnull=False)


def with_verdicts() -> QuerySet[Any]:
    """Each expertise with the value of its first and of its second verdict, as signed."""
    return Expertise.objects.select_related("case", "bill").annotate(
        first=Subquery(told_by(Verdict.Deliberation.FIRST, "value")),
        first_at=Subquery(told_by(Verdict.Deliberation.FIRST, "signed_at")),
        second=Subquery(told_by(Verdict.Deliberation.SECOND, "value")),
    )


def told_by(deliberation: int, column: str) -> QuerySet[Any]:
    found = verdicts().filter(expertise=OuterRef("pk"), deliberation=deliberation)
    return found.values_list(column)[:1]


def shelf(today: date) -> Shelf:
    """The newest expertises; how many verdicts in twelve months, how many deliberated twice (two queries)."""
    recent = (
        verdicts()
        .filter(signed_at__date__gte=today - A_YEAR)
        .aggregate(
            first=Number("pk", filter=Q(deliberation=Verdict.Deliberation.FIRST)),
            bad=Number("pk", filter=Q(deliberation=Verdict.Deliberation.FIRST, value=UNFAVOURABLE)),
            second=Number("pk", filter=Q(deliberation=Verdict.Deliberation.SECOND)),
        )
    )
    newest = list(with_verdicts().order_by("-case__opened_at", "-pk")[:NEWEST])
    counts = [
        Count(_("opinions given"), recent["first"]),
        Count(_("of them unfavourable"), recent["bad"]),
        Count(_("deliberated a second time"), recent["second"]),
    ]
    return Shelf(
        key="expertises",
        title=_("Municipal expertises"),
        what=about("expertise", language=language()).what,
        lines_title=_("Newest expertises"),
        empty=_(
            "No expertise was ordered yet. It appears here when a committee or an association orders it."
        ),
        counts=counts if newest else [],
        lines=[line(one) for one in newest],
        url=list_page("expertise_list"),
        url_words=_("All expertises"),
        how="expertise",
    )


def line(one: Expertise) -> Line:
    value = getattr(one, "second", "") or getattr(one, "first", "")
    return Line(
        thing=one.case,
        url=page_of(one.case),
        at=timezone.localdate(one.case.opened_at),
        tag=named("value", value) if value else _("no verdict yet"),
        is_bad=value in {UNFAVOURABLE, "maintained"},
    )


def group(year: int | None, today: date) -> Group:
    """What is counted of expertises (two queries)."""
    found = with_verdicts().order_by()
    if year:
        found = found.filter(case__opened_at__year=year)
    firsts = Counter[str]()
    seconds = Counter[str]()
    n = 0
    for first, second in found.values_list("first", "second"):
        n += 1
        firsts[first or ""] += 1
        seconds[second or ""] += 1
    given, unfavourable = n - firsts[""], firsts[UNFAVOURABLE]
    dates = Expertise.objects.order_by().values_list("case__opened_at__year", flat=True).distinct()
    return Group(
        key="expertises",
        title=_("Municipal expertises"),
        told=[
            Told(MEASURES["expertises"], counted("expertises", n)),
            told("expertises_given", given, n),
            told("expertises_unfavourable", unfavourable, given),
            told("expertises_second", n - seconds[""], unfavourable),
        ],
        bars=[
            {"label": capfirst(named("value", value)), "value": firsts[value]}
            for value in procedure("expertise").step("verdict").values
        ]
        if given
        else [],
        bars_title=_("By verdict"),
        bars_head=_("Verdict of the first deliberation"),
        bars_value=_("Expertises"),
        tables=[second_table(seconds)] if n - seconds[""] else [],
        url=list_page("expertise_list"),
        url_words=_("All expertises"),
        years=frozenset(dates),
    )


def second_table(seconds: Counter[str]) -> Table:
    values = procedure("expertise").step("second_deliberation").values
    return Table(
        title=_("What the second deliberation found"),
        head=_("Verdict"),
        heads=[_("Expertises")],
        rows=[(str(capfirst(named("value", one))), [seconds[one]]) for one in values],
    )


def told(key: str, part: int, n: int) -> Told:
    return Told(MEASURES[key], part_of(key, part, n))
