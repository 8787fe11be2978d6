"""The association's desk in three panes: filters, what waits and the rows, and one of them whole."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.cases.actions.rows import merge_remarks
from makul.cases.forms.rows import NEW_ROW, THRESHOLDS, MergeForm
from makul.cases.models import Remark, Row
from makul.cases.queries.merging import (
    STATES,
    Chosen,
    Facets,
    Item,
    facets_of,
    items_of,
    picked_keys,
    remarks_at,
)
from makul.cases.queries.provisions import draft_text
from makul.cases.queries.reach import place_names
from makul.cases.queries.table import Counts, article_of, counts_of, table_of
from makul.cases.views.work.page import Work, language, work_page
from makul.core.remarks.alike import THRESHOLD
from makul.law import forms as law

A_PAGE = 30
KINDS = ("objection", "proposal")
NAMES = 12  # of bodies that are shown without a tap


@work_page("merge_rows")
def rows_desk(work: Work) -> HttpResponse:
    """One article at a time: what waits for a decision and its rows; one line of them in full."""
    counts = counts_of(work.case)
    chosen = chosen_of(work, counts)
    remarks = remarks_at(work.case, chosen.at) if counts.remarks else []
    rows = [row for row in work.case.rows.all() if article_of(row.eid) == chosen.at]
    form = MergeForm(work.data, remarks=[one.pk for one in remarks], rows=rows)
    if work.is_post and work.attempt(form, lambda: merge(work, form, remarks, rows)):
        said = _("Merged. The names of all bodies stay behind the row.")
        return work.done(said, to=f"?{query_of(work, sel=None)}")
    items = items_of(remarks, rows, chosen)
    page = page_of(work, items)
    item = selected(work, items, page)
    fill(work, [*page, *([item] if item else [])])
    values = {
        "counts": counts,
        "chosen": chosen,
        "articles": articles(counts),
        "thresholds": THRESHOLDS,
        "filters": filters(facets_of(remarks), rows, chosen),
        "rows": [row for row in rows if not row.is_minority],
        "page_obj": page,
        "total": len(items),
        "item": item,
        "item_rest": max(len(item.parties) - NAMES, 0) if item else 0,
        "names": NAMES,
        "is_chosen": "sel" in work.request.GET,
        "provision": draft_text(work.case, language()).text(chosen.at) if chosen.at else "",
        "list_url": f"?{query_of(work, sel=None)}",
        "term": work.term("association_position"),
        "is_desk": True,
    }
    return work.show("rows_desk.html", values, form=form)


def chosen_of(work: Work, counts: Counts) -> Chosen:
    """What the address asks for; an unknown word is no filter."""
    given = work.request.GET
    return Chosen(
        at=chosen_article(given.get("at"), counts),
        state=given.get("state", "") if given.get("state") in STATES else "",
        kind=given.get("kind", "") if given.get("kind") in KINDS else "",
        stance=given.get("stance", "") if given.get("stance") in law.values("stance") else "",
        oblast=given.get("oblast", "")[:20],
        has_sum=given.get("sum") == "yes",
        like=chosen_threshold(given.get("like", "")),
    )


def chosen_article(wanted: str | None, counts: Counts) -> str:
    """The article asked for, else the first in which something waits."""
    if wanted is not None and wanted in counts.by_article:
        return wanted
    waiting = [eid for eid in counts.by_article if counts.loose_by_article.get(eid)]
    return next(iter(waiting or counts.by_article), "")


def chosen_threshold(text: str) -> float:
    try:
        wanted = float(text)
    except ValueError:
        return THRESHOLD
    return wanted if wanted in THRESHOLDS else THRESHOLD


def query_of(work: Work, **changed: str | None) -> str:
    """The address of the page with some of it changed."""
    given = {name: work.request.GET[name] for name in work.request.GET}
    return urlencode({k: v for k, v in {**given, **changed}.items() if v is not None})


def page_of(work: Work, items: list[Item]) -> Page[Item]:
    return Paginator(items, A_PAGE).get_page(work.request.GET.get("page"))


def selected(work: Work, items: list[Item], page: Page[Item]) -> Item | None:
    """The line asked for, else the first of the page."""
    wanted = work.request.GET.get("sel")
    found = next((one for one in items if one.key == wanted), None) if wanted else None
    return found or next(iter(page), None)


def fill(work: Work, items: list[Item]) -> None:
    """Read who stands behind the rows that are shown (two queries, whatever their number)."""
    rows = {one.row.pk for one in items if one.row}
    if not rows:
        return
    table = {one.row.pk: one for one in table_of(work.case, work.case.rows.filter(pk__in=rows))}
    for one in items:
        if one.row:
            one.shown = table[one.row.pk]


def articles(counts: Counts) -> list[dict[str, Any]]:
    return [
        {"eid": eid, "count": n, "waiting": counts.loose_by_article.get(eid, 0)}
        for eid, n in counts.by_article.items()
    ]


def filters(facets: Facets, rows: list[Row], chosen: Chosen) -> list[dict[str, Any]]:
    """The filters at the side, each with its values, their words and counts."""
    kinds = {key: law.phrase("remark.kind", key, language=language()) for key in facets.kinds}
    stances = {key: law.phrase("stance", key, language=language()) for key in facets.stances}
    places = place_names(facets.oblasts, language=language())
    states = {"waiting": facets.waiting, "rows": len(rows)}
    minority = sum(row.is_minority for row in rows)
    named = [
        ("state", _("State"), states | ({"minority": minority} if minority else {}), state_words()),
        ("kind", _("Kind"), facets.kinds, kinds),
        ("stance", _("Stance of the body"), facets.stances, stances),
        ("oblast", _("Oblast"), facets.oblasts, places),
        ("sum", _("Sums"), {"yes": facets.with_sum}, {"yes": _("with a sum")}),
    ]
    now = {"sum": "yes" if chosen.has_sum else ""}
    return [
        {
            "name": name,
            "title": title,
            "now": now.get(name, getattr(chosen, name, "")),
            "values": [
                {"key": key, "word": words.get(key, key), "count": n}
                for key, n in counted.items()
                if n
            ],
        }
        for name, title, counted, words in named
        if any(counted.values())
    ]


def state_words() -> dict[str, str]:
    return {
        "waiting": _("wait for a decision"),
        "rows": _("rows"),
        "minority": _("minority opinions"),
    }


def merge(work: Work, form: MergeForm, remarks: list[Remark], rows: list[Row]) -> Row:
    wanted = form.wanted | picked_keys(work.request.POST.getlist("pick"), remarks)
    into = work.request.POST.get("into_row") or form.cleaned_data["into"]
    return merge_remarks(
        case=work.case,
        remarks=[one for one in remarks if one.pk in wanted],
        actor=work.actor,
        now=work.now,
        into=next((row for row in rows if str(row.number) == into), None)
        if into not in {"", NEW_ROW}
        else None,
    )
