"""One row: its words, those behind it, the way out of it; and what became of a body's own remarks."""

from __future__ import annotations

from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from makul.cases.actions.rows import drop_row, filed_remarks, take_out, word_row
from makul.cases.forms.rows import RowForm, row_initial
from makul.cases.models import Remark
from makul.cases.queries.provisions import draft_text
from makul.cases.queries.revisions import revisions_of
from makul.cases.queries.table import article_of, table_of
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.core.errors import BadInput
from makul.parties.forms import ConfirmForm


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
    met = revisions_of(work.case, [one.row for one in table])
    values = {
        "table": [(one, met.get(one.row.pk, [])) for one in table],
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
