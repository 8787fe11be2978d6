"""Replies to many rows on one sheet: each as the template fits it, each to be changed, all kept as drafts."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import ngettext

from makul.cases.actions.answering import draft_replies
from makul.cases.forms.answering import SheetForm
from makul.cases.models import ReplyTemplate, Row
from makul.cases.queries.answering import templates_of
from makul.cases.views.work.page import Work, language, work_page
from makul.cases.views.work.replies import MOST_AT_ONCE
from makul.parties import keeping


@work_page("draft_reply")
def replies_together(work: Work) -> HttpResponse:
    """The sheet: what each row will be replied, before anything is kept."""
    rows, template = rows_asked(work), template_asked(work)
    form = SheetForm(
        work.data,
        initial=keeping.begun(work.request),
        rows=rows,
        template=template,
        page_language=language(),
    )
    if work.is_post and work.attempt(form, lambda: keep_drafts(work, form)):
        n = len(rows)
        said = ngettext(
            "%(n)s draft is kept. Nobody outside sees it before it is published.",
            "%(n)s drafts are kept. Nobody outside sees them before they are published.",
            n,
        )
        return work.done(said % {"n": n}, to=f"{work.url('replies_desk')}?state=draft")
    values: dict[str, Any] = {
        "rows": rows,
        "template": template,
        "published": published_among(work),
        "term": work.term("replied"),
        "is_desk": True,
    }
    return work.show("replies_together.html", values, form=form)


def keep_drafts(work: Work, form: SheetForm) -> int:
    return draft_replies(case=work.case, drafts=form.drafts, actor=work.actor, now=work.now)


def numbers_asked(work: Work) -> list[int]:
    given = work.request.GET.get("rows", "").split(",")
    return [int(one) for one in given if one.isascii() and one.isdigit() and len(one) < 7][
        :MOST_AT_ONCE
    ]


def rows_asked(work: Work) -> list[Row]:
    """The rows named in the address that are not published yet, with their drafts (one query)."""
    rows = work.case.rows.filter(number__in=numbers_asked(work), reply__published_at__isnull=True)
    return list(rows.select_related("reply").order_by("number"))


def published_among(work: Work) -> list[int]:
    """Rows that were ticked although their reply is published: they are left out, and said to be."""
    rows = work.case.rows.filter(number__in=numbers_asked(work), reply__published_at__isnull=False)
    return list(rows.order_by("number").values_list("number", flat=True))


def template_asked(work: Work) -> ReplyTemplate | None:
    key = work.request.GET.get("template", "")
    known = key.isascii() and key.isdigit() and len(key) < 10
    return templates_of(work.actor).filter(pk=key).first() if known else None
