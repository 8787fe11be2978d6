"""One page for every step that is said in words, driven by the table of statements."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from makul.cases.actions.revising import revise_draft
from makul.cases.actions.step import do_step, state_step
from makul.cases.forms.statement import StatementForm
from makul.cases.models import Statement
from makul.cases.views.work.page import Work, language, work_page
from makul.cases.views.work.statement_table import STATEMENTS, StatementPage
from makul.cases.views.work.words import step_name, step_task
from makul.core.errors import NotAllowed
from makul.law import forms as law
from makul.law.order import order, print_item
from makul.parties.models import Party


@work_page()
def statement(work: Work, step: str) -> HttpResponse:
    """State a step: what the Order says of it, the term, what follows, then the words."""
    page = STATEMENTS.get(step)
    if page is None:
        raise Http404
    work.need(page.right)
    if page.roles and work.role not in page.roles:
        raise NotAllowed("wrong_role", action=page.right, role=work.role)
    form = form_of(work, page)
    if work.is_post and work.attempt(form, lambda: state(work, page, step, form)):
        said = _("It is on record: %(step)s.") % {"step": step_name(step)}
        return work.done(said, to=work.url("revision_rows" if page.upload else "case_work"))
    values = {
        "title": step_task(step),
        "step": step,
        "page": page,
        "term": work.term(step),
        "is_open": is_open(work, step),
        "may_act": work.may(page.right),
        "asked": asked_of(work, page),
        "amendments": list(work.case.statements.filter(step="amended"))
        if step == "amendment_position"
        else [],
    }
    return work.show("statement.html", values, form=form)


def is_open(work: Work, step: str) -> bool:
    """Whether the Order foresees the step now; if not it is still recorded, and judged."""
    return any((may.step, may.party) == (step, work.actor.party.key) for may in work.status.may)


def form_of(work: Work, page: StatementPage) -> StatementForm:
    asked = asked_of(work, page)
    deciders = deciders_of(work) if page.of_decider else []
    return StatementForm(
        work.data,
        work.request.FILES or None,
        initial={"language": work.actor.party.language},
        words_label=page.words,
        values=page.values,
        points=[(key, point_words(key, source)) for key, source in page.points],
        points_label=page.points_label,
        asked=asked,
        asked_names=[(str(one.pk), name_of(one)) for one in asked],
        deciders=deciders,
        decider_names=[(one.key, one.name(language())) for one in deciders],
        upload=page.upload,
    )


def point_words(key: str, source: str) -> str:
    if source == "order":
        found = order()
        return print_item(found.item(key), language=language(), terms=found.terms)
    return law.phrase(source, key, language=language())


def asked_of(work: Work, page: StatementPage) -> list[Statement]:
    """The complaints or appeals that wait for a decision."""
    if not page.answers:
        return []
    waiting = work.case.statements.filter(step=page.answers, answered_by__isnull=True)
    return list(waiting.select_related("party"))


def name_of(one: Statement) -> str:
    text = " ".join(one.text.split())
    return f"{one.party.name(language())}: {text[:120]}"


def deciders_of(work: Work) -> list[Party]:
    """The deciders of the case in their order; one who decides names nobody but itself."""
    if work.role == "decider":
        return [work.actor.party]
    seats = work.case.participations.filter(role="decider").select_related("party")
    return [seat.party for seat in seats]


def state(work: Work, page: StatementPage, step: str, form: StatementForm) -> object:
    """The action behind the page: with words, with a new text, or the bare step."""
    known: dict[str, Any] = {"case": work.case, "actor": work.actor, "now": work.now}
    party = form.decider if page.of_decider else None
    if page.words is None:
        return do_step(step=step, right=page.right, party=party, **known)
    content = form.content(step=step, right=page.right)
    if page.upload:
        return revise_draft(content=content, files=form.texts, **known)
    return state_step(content=content, party=party, **known)
