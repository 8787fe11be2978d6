"""The ministry's desk: the rows beside one another, filtered and given out; one of them with its reply."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.cases.actions.answering import assign_rows
from makul.cases.actions.replies import draft_reply
from makul.cases.actions.rows import place_remarks
from makul.cases.forms.answering import TO, TO_NOBODY, ChosenForm
from makul.cases.forms.replies import ReplyForm, filled_in, reply_initial
from makul.cases.models import ReplyTemplate, Row
from makul.cases.queries.answering import (
    Asked,
    Line,
    Tally,
    chosen,
    colleagues,
    lines_of,
    tally,
    templates_of,
)
from makul.cases.queries.provisions import draft_text
from makul.cases.queries.revisions import has_revision, revisions_of
from makul.cases.queries.table import is_reply_over, loose, table_of
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.cases.views.work.replies_papers import table_links
from makul.core.errors import BadInput
from makul.parties import keeping
from makul.parties.forms import ConfirmForm
from makul.parties.models import Mandate

ROWS_A_PAGE = 50
LONGEST = 120
MOST_AT_ONCE = 100  # replies of one sheet; a form holds a thousand fields


@dataclass
class Desk:
    """The table as one of the ministry looks at it: what is asked for, what fits, in which order."""

    work: Work

    @cached_property
    def asked(self) -> Asked:
        given = self.work.request.GET
        return Asked(**{name: given.get(name, "").strip()[:LONGEST] for name in asdict(Asked())})

    @property
    def query(self) -> str:
        """The filters as they stand in an address."""
        return urlencode({name: value for name, value in asdict(self.asked).items() if value})

    @cached_property
    def lines(self) -> list[Line]:
        return lines_of(self.work.case)

    @cached_property
    def tally(self) -> Tally:
        return tally(self.lines)

    @cached_property
    def found(self) -> list[Line]:
        return chosen(self.lines, self.asked, mine=self.work.actor.pk)

    @cached_property
    def colleagues(self) -> list[Mandate]:
        return colleagues(self.work.actor, on=self.work.today)

    @cached_property
    def templates(self) -> list[ReplyTemplate]:
        return list(templates_of(self.work.actor))

    @cached_property
    def has_revision(self) -> bool:
        return has_revision(self.work.case)

    def row(self, number: int) -> Row:
        """The row of that number, with its reply."""
        rows = [line.row for line in self.lines if line.row.number == number]
        if not rows:
            raise Http404
        return rows[0]

    def page(self, *, number: int | None = None) -> Page[Line]:
        """The page asked for, or the one on which a row stands."""
        pages = Paginator(self.found, ROWS_A_PAGE)
        places = [place for place, line in enumerate(self.found) if line.row.number == number]
        return pages.get_page(
            places[0] // ROWS_A_PAGE + 1 if places else self.work.request.GET.get("page")
        )

    def url(self, name: str = "replies_desk", *args: object) -> str:
        """A page of the desk that keeps the filters."""
        return f"{self.work.url(name, *args)}{'?' if self.query else ''}{self.query}"

    def form(self, data: Any = None) -> ChosenForm:
        """What is done with the rows that are ticked."""
        return ChosenForm(
            data,
            numbers=[line.row.number for line in self.lines],
            colleagues=self.colleagues,
            templates=self.templates,
            me=self.work.actor,
            page_language=language(),
        )

    def values(self, page: Page[Line]) -> dict[str, Any]:
        """What the list and the filters beside it show."""
        return {
            "desk": self,
            "asked": self.asked,
            "tally": self.tally,
            "offices": offices(self),
            "page_obj": page,
            "filtered": len(self.found),
            "term": self.work.term("replied"),
            "table_files": table_links(self.work),
            "is_desk": True,
        }


def offices(desk: Desk) -> list[dict[str, Any]]:
    """The choices of who drafts: oneself, each colleague, nobody; with their counts."""
    counts, mine = desk.tally.offices, desk.work.actor.pk
    others = [one for one in desk.colleagues if one.pk != mine]
    return [
        {"value": "me", "name": _("I"), "count": counts.get(mine, 0)},
        *(
            {"value": str(one.pk), "name": one.office(language()), "count": counts.get(one.pk, 0)}
            for one in others
        ),
        {"value": "nobody", "name": _("Nobody"), "count": counts.get(None, 0)},
    ]


@work_page("draft_reply")
def replies_desk(work: Work) -> HttpResponse:
    """The rows with what was answered; those that are ticked are given out or answered together."""
    desk = Desk(work)
    if work.is_post and "do" in work.data:
        return with_chosen(desk)
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: place_remarks(case=work.case, actor=work.actor, now=work.now)
    ):
        return work.done(_("Each remark has a row now."), to=work.url("replies_desk"))
    return show_desk(desk, form=form, ticks=desk.form())


def show_desk(desk: Desk, *, form: Any, ticks: ChosenForm) -> HttpResponse:
    work = desk.work
    values = {
        "ticks": ticks,
        "waiting": loose(work.case).count(),
        "may_place": any(may.step == "replied" for may in work.status.may),
    }
    return work.show("replies_desk.html", desk.values(desk.page()) | values, form=form)


def with_chosen(desk: Desk) -> HttpResponse:
    """Give the ticked rows to a colleague at once, or go on to the sheet of replies."""
    work, form = desk.work, desk.form(desk.work.data)
    if form.is_valid() and form.is_reply:
        numbers = wanted(desk, form)
        try:
            check_number(numbers)
        except BadInput as error:
            form.refuse(error)
            return show_desk(desk, form=form, ticks=form)
        sheet = {"rows": ",".join(map(str, numbers)), "template": form.template_key}
        return SeeOther(f"{work.url('replies_together')}?{urlencode(sheet)}")
    if work.attempt(form, lambda: assign(desk, form)):
        n = form.result or 0
        if form.cleaned_data["do"] == TO_NOBODY:
            said = ngettext("%(n)s row is nobody's now.", "%(n)s rows are nobody's now.", n)
        else:
            said = ngettext("%(n)s row is given out.", "%(n)s rows are given out.", n)
        return work.done(said % {"n": n}, to=came_from(desk))
    return show_desk(desk, form=form, ticks=form)


def came_from(desk: Desk) -> str:
    """The row on whose page it was given out, else the list."""
    number = desk.work.data.get("back_to", "")
    known = {str(line.row.number) for line in desk.lines}
    return desk.url("reply_edit", number) if number in known else desk.url()


def assign(desk: Desk, form: ChosenForm) -> int:
    work, numbers = desk.work, set(wanted(desk, form))
    rows = [line.row for line in desk.lines if line.row.number in numbers]
    return assign_rows(case=work.case, rows=rows, to=form.to, actor=work.actor, now=work.now)


def wanted(desk: Desk, form: ChosenForm) -> list[int]:
    """The numbers of the ticked rows, or of all that the filters leave."""
    if form.cleaned_data["everything"]:
        return [line.row.number for line in desk.found]
    return form.numbers


def check_number(numbers: list[int]) -> None:
    if not numbers:
        raise BadInput("no_row_ticked")
    if len(numbers) > MOST_AT_ONCE:
        raise BadInput("too_many_rows", rows=len(numbers), limit=MOST_AT_ONCE)


@work_page("draft_reply")
def reply_edit(work: Work, row: int) -> HttpResponse:
    """One row and its reply beside the list; a published one can no longer be changed."""
    desk = Desk(work)
    found = desk.row(row)
    form = reply_form(desk, found)
    if form.is_bound and work.attempt(
        form,
        lambda: draft_reply(row=found, content=form.content, actor=work.actor, now=work.now),
    ):
        keeping.forget(work.actor, work.request.path)
        return work.done(_("The draft of the reply is kept."), to=after(desk, found))
    return show_reply(desk, found, form)


def reply_form(desk: Desk, row: Row) -> ReplyForm:
    """The form as it was sent, as a template fills it, as it was typed, or as the draft has it."""
    work, reply = desk.work, getattr(row, "reply", None)
    if template := template_asked(desk):
        begun = filled_in(work.data, template=template, row=row)
        return ReplyForm(initial=begun, page_language=language())
    begun = keeping.begun(work.request) or reply_initial(reply)
    return ReplyForm(work.data, initial=begun, page_language=language())


def template_asked(desk: Desk) -> ReplyTemplate | None:
    key = desk.work.data.get("fill", "") if desk.work.data else ""
    return next((one for one in desk.templates if str(one.pk) == key), None)


def show_reply(desk: Desk, row: Row, form: ReplyForm) -> HttpResponse:
    work = desk.work
    shown = table_of(
        work.case,
        work.case.rows.filter(pk=row.pk),
        is_reply_term_over=is_reply_over(work.status.deemed),
    )[0]
    text = draft_text(work.case, language())
    desk.has_revision = bool(text.version and text.version.number > 1)
    values = {
        "row": row,
        "shown": shown,
        "ticks": desk.form(),
        "provision": text.text(row.eid),
        "provision_language": text.language,
        "is_published": shown.published is not None,
        "given_to": given_to(desk, row),
        "revisions": revisions_of(work.case, [row]).get(row.pk, []),
        "before": neighbour(desk, row, -1),
        "following": neighbour(desk, row, 1),
    }
    return work.show(
        "replies_desk.html", desk.values(desk.page(number=row.number)) | values, form=form
    )


def given_to(desk: Desk, row: Row) -> str:
    """Who drafts the reply, as the list of offices names it."""
    mandate = next(one.mandate for one in desk.lines if one.row.pk == row.pk)
    return f"{TO}{mandate.pk}" if mandate else TO_NOBODY


def neighbour(desk: Desk, row: Row, way: int) -> Row | None:
    """The row before or after in the list as it is filtered."""
    rows = [line.row for line in desk.found]
    places = [place for place, one in enumerate(rows) if one.pk == row.pk]
    place = places[0] + way if places else -1
    return rows[place] if 0 <= place < len(rows) else None


def after(desk: Desk, row: Row) -> str:
    """The next row of the list that has no word yet, else the list."""
    if desk.work.data.get("do") != "next":
        return desk.url()
    rows = [line.row for line in desk.found if line.state == "none" and line.row.pk != row.pk]
    later = [one for one in rows if one.number > row.number]
    following = next(iter(later or rows), None)
    return desk.url("reply_edit", following.number) if following else desk.url()
