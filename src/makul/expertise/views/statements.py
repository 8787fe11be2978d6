"""One page for each step of an expertise that is said in words: its row in a table says how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import as_file
from makul.documents.storing import File
from makul.expertise.actions.materials import ask_materials, give_materials
from makul.expertise.actions.ordering import revoke_order
from makul.expertise.actions.verdict import answer_verdict, dissent
from makul.expertise.forms.worksheet import SaidForm
from makul.expertise.models import Expertise
from makul.expertise.queries.opinion import opinion_of
from makul.expertise.views.page import (
    Work,
    capital,
    expertise_page,
    language,
    show,
    step_name,
    step_task,
    value_words,
)

ANSWERS = ("changed", "kept")


@dataclass(frozen=True, slots=True)
class Stated:
    """A step said in words: the right it needs, the label of its words, what it is given."""

    right: str
    label: Promise
    act: Callable[..., object]
    files: int = 0
    values: Sequence[str] = ()
    is_harsh: bool = False


STATED = {
    "materials_asked": Stated(
        "ask_materials", _("What is needed, and for which question"), ask_materials
    ),
    "materials_given": Stated(
        "give_materials", _("What you hand in, and what there is not"), give_materials, files=3
    ),
    "dissented": Stated("dissent_from_verdict", _("In what you do not agree, and why"), dissent),
    "changes_answered": Stated(
        "answer_expertise",
        _("What was changed, or why the text is kept, on each proposal"),
        answer_verdict,
        files=2,
        values=ANSWERS,
    ),
    "verdict_answered": Stated(
        "answer_expertise",
        _("What was changed, or why the text is kept, on each finding"),
        answer_verdict,
        files=2,
        values=ANSWERS,
    ),
    "order_revoked": Stated(
        "order_expertise", _("Why the expertise is revoked"), revoke_order, is_harsh=True
    ),
}


@expertise_page()
def stated(work: Work, expertise: Expertise, step: str) -> HttpResponse:
    """Say a step in words; what the experts said stands above where it is answered."""
    page = STATED.get(step)
    if page is None:
        raise Http404
    work.need(page.right)
    form = SaidForm(
        work.data,
        work.request.FILES or None,
        initial={"language": work.actor.party.language},
        label=page.label,
        choices=[(one, capital(value_words(one))) for one in page.values],
        choice_label=_("What becomes of the text"),
        files=page.files,
    )
    if work.is_post and work.attempt(form, lambda: say(work, expertise, page, form)):
        said = _("It is on record: %(step)s.") % {"step": step_name(step)}
        return work.done(said, to=work.url("expertise_work"))
    opinion = opinion_of(expertise)
    values = {
        "title": step_task(step),
        "step": step,
        "page": page,
        "term": work.term(step),
        "may_act": work.may(page.right),
        "asked": opinion.said("materials_asked") if step == "materials_given" else None,
        "opinion": opinion if page.values or step == "dissented" else None,
        "verdict": opinion.verdicts.get(1),
        "language": language(),
    }
    return show(work, "stated.html", values, form=form)


def say(work: Work, expertise: Expertise, page: Stated, form: SaidForm) -> object:
    given = form.cleaned_data
    more: dict[str, Any] = {}
    if page.files:
        more["files"] = files_of(form, language_=given["language"])
    if page.values:
        more["value"] = given["value"]
    key = "reason" if page.act is revoke_order else "text"
    return page.act(
        expertise=expertise,
        **{key: given["text"]},
        language=given["language"],
        actor=work.actor,
        now=work.now,
        **more,
    )


def files_of(form: SaidForm, *, language_: str) -> list[File]:
    """The files handed in, in the language of the words."""
    named = [name for name in form.fields if name.startswith("file_")]
    return [
        file for name in named for file in as_file(form.cleaned_data.get(name), language=language_)
    ]
