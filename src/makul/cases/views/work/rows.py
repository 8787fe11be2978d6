"""The association's desk: alike remarks are suggested, a person merges them, and nobody disappears."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from makul.cases.actions.rows import drop_row, filed_remarks, merge_remarks, take_out, word_row
from makul.cases.forms.rows import NEW_ROW, THRESHOLDS, MergeForm, RowForm, row_initial
from makul.cases.models import Remark, Row
from makul.cases.queries.provisions import draft_text
from makul.cases.queries.table import (
    Counts,
    article_of,
    counts_of,
    filed,
    suggestions,
    table_of,
)
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.core.errors import BadInput
from makul.core.remarks.alike import THRESHOLD
from makul.parties.forms import ConfirmForm

ROWS_A_PAGE, GROUPS_A_PAGE = 30, 6


@work_page("merge_rows")
def rows_desk(work: Work) -> HttpResponse:
    """One article at a time: its rows, what seems alike, and what stands alone."""
    counts = counts_of(work.case)
    article = chosen_article(work, counts)
    remarks = list(filed(work.case).filter(eid__startswith=article)) if counts.remarks else []
    remarks = [one for one in remarks if article_of(one.eid) == article]
    rows = [row for row in work.case.rows.all() if article_of(row.eid) == article]
    form = MergeForm(work.data, remarks=[one.pk for one in remarks], rows=rows)
    if work.is_post and work.attempt(form, lambda: merge(work, form, remarks, rows)):
        back = urlencode({"at": article, "like": work.request.GET.get("like", "")})
        return work.done(_("Merged. The names of all bodies stay behind the row."), to=f"?{back}")
    threshold = chosen_threshold(work)
    is_waiting = any(not hasattr(one, "link") for one in remarks)
    groups = suggestions(remarks, threshold=threshold) if is_waiting else []
    values = {
        "counts": counts,
        "article": article,
        "articles": articles(counts),
        "threshold": threshold,
        "thresholds": THRESHOLDS,
        "provision": draft_text(work.case, language()).text(article) if article else "",
        "rows": rows,
        "page_obj": page_of(
            table_of(work.case, work.case.rows.filter(pk__in=[r.pk for r in rows])),
            work,
            ROWS_A_PAGE,
        ),
        "suggested": page_of(
            [one for one in groups if one.is_open], work, GROUPS_A_PAGE, name="group"
        ),
        "alone": [one.remarks[0] for one in groups if not one.is_open and one.loose],
        "term": work.term("association_position"),
        "is_desk": True,
    }
    return work.show("rows_desk.html", values, form=form)


def page_of(items: list[Any], work: Work, size: int, *, name: str = "page") -> Any:
    return Paginator(items, size).get_page(work.request.GET.get(name))


def rows_page(work: Work, rows: list[Row]) -> Any:
    """A page of rows; who stands behind them is read for that page only."""
    page = page_of(rows, work, ROWS_A_PAGE)
    page.object_list = table_of(work.case, work.case.rows.filter(pk__in=[row.pk for row in page]))
    return page


def chosen_article(work: Work, counts: Counts) -> str:
    """The article asked for, else the first in which something waits."""
    wanted = work.request.GET.get("at")
    if wanted is not None and wanted in counts.by_article:
        return wanted
    waiting = [eid for eid in counts.by_article if counts.loose_by_article.get(eid)]
    return next(iter(waiting or counts.by_article), "")


def chosen_threshold(work: Work) -> float:
    try:
        wanted = float(work.request.GET.get("like", ""))
    except ValueError:
        return THRESHOLD
    return wanted if wanted in THRESHOLDS else THRESHOLD


def articles(counts: Counts) -> list[dict[str, Any]]:
    return [
        {"eid": eid, "count": n, "waiting": counts.loose_by_article.get(eid, 0)}
        for eid, n in counts.by_article.items()
    ]


def merge(work: Work, form: MergeForm, remarks: list[Remark], rows: list[Row]) -> Row:
    wanted = form.wanted
    into = form.cleaned_data["into"]
    return merge_remarks(
        case=work.case,
        remarks=[one for one in remarks if one.pk in wanted],
        actor=work.actor,
        now=work.now,
        into=next((row for row in rows if str(row.number) == into), None)
        if into not in {"", NEW_ROW}
        else None,
    )


@work_page("merge_rows")
def row_edit(work: Work, row: int) -> HttpResponse:
    """One row: its words, the remarks behind it in full, and each may be taken out again."""
    found = get_object_or_404(work.case.rows, number=row)
    shown = table_of(work.case, work.case.rows.filter(pk=found.pk))[0]
    do = work.data.get("do", "") if work.data else ""
    if do.startswith("out-"):
        return take_out_of(work, shown.remarks, do.removeprefix("out-"))
    form = RowForm(work.data, initial=row_initial(found))
    if work.is_post and work.attempt(
        form,
        lambda: word_row(row=found, words=form.content, actor=work.actor, now=work.now),
    ):
        back = urlencode({"at": article_of(found.eid)})
        return work.done(_("The row is worded."), to=f"{work.url('rows_desk')}?{back}")
    text = draft_text(work.case, language()).text(found.eid)
    values = {"shown": shown, "row": found, "provision": text, "is_desk": True}
    return work.show("row_edit.html", values, form=form)


def take_out_of(work: Work, remarks: list[Remark], wanted: str) -> HttpResponse:
    """Take a remark out of its row; without the right to it the error says so."""
    remark = next((one for one in remarks if str(one.pk) == wanted), None)
    if remark is None:
        raise BadInput("not_filed_here", remark=wanted)
    row = take_out(remark=remark, actor=work.actor, now=work.now)
    said = _("The remark has a row of its own now: %(number)s.") % {"number": row.number}
    return work.done(said, to=work.url("row_edit", row.number))


@work_page("draft_position")
def own_remarks(work: Work) -> HttpResponse:
    """What became of a body's own remarks: the row each went into, its reply, the way out of it."""
    mine = [one for one in filed_remarks(work.case) if one.position.party_id == work.actor.party_id]
    wanted = work.data.get("out", "") if work.data else ""
    if wanted:
        return take_own_out(work, mine, wanted)
    of_us = Q(links__remark__in=mine) | Q(author=work.actor.party)
    table = table_of(work.case, work.case.rows.filter(of_us).distinct())
    values = {
        "table": table,
        "mine": {one.pk for one in mine},
        "loose": [one for one in mine if not hasattr(one, "link")],
        "may_drop": work.may("drop_row"),
    }
    return work.show("own_remarks.html", values)


def take_own_out(work: Work, mine: list[Remark], wanted: str) -> HttpResponse:
    remark = next((one for one in mine if str(one.pk) == wanted), None)
    if remark is None:
        raise BadInput("not_filed_here", remark=wanted)
    take_out(remark=remark, actor=work.actor, now=work.now)
    return work.done(_("Your remark has a row of its own now."), to=work.url("own_remarks"))


@work_page("drop_row")
def row_drop(work: Work, row: int) -> HttpResponse:
    """The author no longer holds to a row (Order, art. 21)."""
    found = get_object_or_404(work.case.rows.select_related("author"), number=row)
    form = ConfirmForm(work.data)
    if found.is_dropped:
        return SeeOther(work.url("own_remarks"))
    if work.is_post and work.attempt(
        form, lambda: drop_row(row=found, actor=work.actor, now=work.now)
    ):
        return work.done(_("The row is marked as dropped."), to=work.url("own_remarks"))
    shown = table_of(work.case, work.case.rows.filter(pk=found.pk))[0]
    return work.show("row_drop.html", {"shown": shown, "row": found}, form=form)
