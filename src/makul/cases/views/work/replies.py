"""The ministry's desk: a reply drafted to each row, then all of them published together."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.cases.actions.replies import draft_reply, publish_replies
from makul.cases.actions.rows import place_remarks
from makul.cases.forms.replies import ReplyForm, reply_initial
from makul.cases.models import Row
from makul.cases.queries.provisions import draft_text
from makul.cases.queries.table import article_of, counts_of, is_reply_over, table_of
from makul.cases.queries.work import reply_counts
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.parties.forms import ConfirmForm

ROWS_A_PAGE = 50
# filter -> what it asks of a row
STATES: dict[str, dict[str, Any]] = {
    "unanswered": {"reply__isnull": True},
    "drafted": {"reply__isnull": False, "reply__published_at__isnull": True},
    "published": {"reply__published_at__isnull": False},
}
KINDS = ("objection", "proposal")


@work_page("draft_reply")
def replies_desk(work: Work) -> HttpResponse:
    """The rows with what was answered; filtered by article, kind and state."""
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: place_remarks(case=work.case, actor=work.actor, now=work.now)
    ):
        return work.done(_("Each remark has a row now."), to=work.url("replies_desk"))
    counts = reply_counts(work.case)
    rows = chosen(work)
    page = Paginator(rows, ROWS_A_PAGE).get_page(work.request.GET.get("page"))
    over = is_reply_over(work.status.deemed)
    values = {
        "counts": counts,
        "waiting": counts_of(work.case).waiting,
        "page_obj": page,
        "table": table_of(
            work.case, work.case.rows.filter(pk__in=[r.pk for r in page]), is_reply_term_over=over
        ),
        "filters": filters(work, counts),
        "term": work.term("replied"),
        "may_place": any(may.step == "replied" for may in work.status.may),
        "is_desk": True,
    }
    return work.show("replies_desk.html", values, form=form)


def chosen(work: Work) -> QuerySet[Row]:
    asked, rows = work.request.GET, work.case.rows.all()
    if (state := asked.get("state", "")) in STATES:
        rows = rows.filter(**STATES[state])
    if (kind := asked.get("kind", "")) in KINDS:
        rows = rows.filter(kind=kind)
    if at := asked.get("at", ""):
        rows = rows.filter(eid__startswith=at)
    return rows


def filters(work: Work, counts: Any) -> dict[str, Any]:
    """The choices beside the list, the chosen one marked."""
    asked = work.request.GET
    eids = work.case.rows.order_by().values_list("eid", flat=True).distinct()
    return {
        "state": asked.get("state", ""),
        "kind": asked.get("kind", ""),
        "at": asked.get("at", ""),
        "states": [(name, counts[name]) for name in STATES],
        "articles": sorted({article_of(eid) for eid in eids}),
    }


@work_page("draft_reply")
def reply_edit(work: Work, row: int) -> HttpResponse:
    """One row and its reply; a published one can no longer be changed."""
    rows = work.case.rows.select_related("reply")
    found = get_object_or_404(rows, number=row)
    reply = getattr(found, "reply", None)
    form = ReplyForm(work.data, initial=reply_initial(reply), page_language=language())
    if work.is_post and work.attempt(
        form,
        lambda: draft_reply(row=found, content=form.content, actor=work.actor, now=work.now),
    ):
        return work.done(_("The draft of the reply is kept."), to=after(work, found))
    values = {
        "shown": table_of(work.case, work.case.rows.filter(pk=found.pk))[0],
        "row": found,
        "provision": draft_text(work.case, language()).text(found.eid),
        "is_published": bool(reply and reply.published_at),
        "term": work.term("replied"),
    }
    return work.show("reply_edit.html", values, form=form)


def after(work: Work, row: Row) -> str:
    """The next row without a word, else the list."""
    waiting = work.case.rows.filter(reply__isnull=True)
    following = waiting.filter(number__gt=row.number).first() or waiting.first()
    if following and work.data.get("do") == "next":
        return work.url("reply_edit", following.number)
    return work.url("replies_desk")


@work_page("publish_replies")
def replies_publish(work: Work) -> HttpResponse:
    """All drafts at once, by the one who may sign, after a look at what will be seen."""
    counts = reply_counts(work.case)
    if not counts["drafted"] and not work.is_post:
        return SeeOther(work.url("replies_desk"))
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: publish_replies(case=work.case, actor=work.actor, now=work.now)
    ):
        n = counts["drafted"]
        said = ngettext("%(n)s reply is published.", "%(n)s replies are published.", n) % {"n": n}
        return work.done(said, to=work.url("replies_desk"))
    values = {
        "counts": counts,
        "table": table_of(work.case, work.case.rows.filter(**STATES["drafted"])),
        "may_publish": work.may("publish_replies"),
        "term": work.term("replied"),
    }
    return work.show("replies_publish.html", values, form=form)
