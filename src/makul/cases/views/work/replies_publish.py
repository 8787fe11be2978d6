"""Drafts published together: what will be seen, what is still missing, who will be told; then the signature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import ngettext

from makul.cases.actions.replies import publish_replies
from makul.cases.actions.telling import authors
from makul.cases.forms.replies import PublishForm
from makul.cases.models import Row
from makul.cases.queries.table import TableRow, table_of
from makul.cases.queries.work import reply_counts
from makul.cases.views.work.page import SeeOther, Work, work_page
from makul.parties.models import Party

DRAFTED: dict[str, Any] = {"reply__isnull": False, "reply__published_at__isnull": True}


@work_page("publish_replies")
def replies_publish(work: Work) -> HttpResponse:
    """The drafts, all or those ticked, by the one who may sign, after a look at what will be seen."""
    table = drafted(work)
    if not table and not work.is_post:
        return SeeOther(work.url("replies_desk"))
    form = PublishForm(work.data, numbers=[one.row.number for one in table])
    if work.is_post and work.attempt(form, lambda: publish(work, form)):
        n = form.result or 0
        said = ngettext(
            "%(n)s reply is published; a letter to each author is on its way.",
            "%(n)s replies are published; a letter to each author is on its way.",
            n,
        )
        return work.done(said % {"n": n}, to=work.url("replies_desk"))
    counts = reply_counts(work.case)
    values = {
        "lines": [(shown, languages_missing(shown)) for shown in table],
        "lacking": [shown.row for shown in table if languages_missing(shown)],
        "counts": counts,
        "told": told(table),
        "unanswered": unanswered(work),
        "may_publish": work.may("publish_replies"),
        "term": work.term("replied"),
    }
    return work.show("replies_publish.html", values, form=form)


def publish(work: Work, form: PublishForm) -> int:
    return publish_replies(case=work.case, actor=work.actor, now=work.now, numbers=form.numbers)


def drafted(work: Work) -> list[TableRow]:
    """The rows with a draft, with those behind them, in the order of their numbers."""
    table = table_of(work.case, work.case.rows.filter(**DRAFTED))
    return sorted(table, key=lambda one: one.row.number)


def languages_missing(shown: TableRow) -> list[str]:
    """In which languages of the positions behind a row its reply has no words (Model Order, art. 5).

    A reply that is accepted needs none; one with words needs them in each language it answers.
    """
    reply = shown.reply
    if reply is None or not (reply.text_ky or reply.text_ru):
        return []
    asked = dict.fromkeys(one.position.language for one in shown.remarks)
    return [code for code in asked if not getattr(reply, f"text_{code}", "")]


def told(table: Sequence[TableRow]) -> int:
    """How many bodies stand behind the rows: each gets one letter, an association too."""
    parties = {party for shown in table for party in authors(shown)}
    return len([one for one in parties if one.kind != Party.Kind.ASSOCIATION])


def unanswered(work: Work) -> list[int]:
    """The numbers of the rows without a word yet."""
    rows: Any = Row.objects.filter(case=work.case, reply__isnull=True).order_by("number")
    return list(rows.values_list("number", flat=True))
