"""The facilitator's desk: the check of a package, and the card that says whether it touches local bodies."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.cases.views.work.page import Work, language, work_page
from makul.core.errors import BadInput
from makul.core.provisions import Act
from makul.drafts.actions.submitting import accept_package, return_package, screen_draft
from makul.drafts.checklist import checklist
from makul.drafts.forms.desk import CheckForm
from makul.drafts.forms.screening import ScreenForm, card_initial
from makul.drafts.hints import hints_of
from makul.drafts.models import DraftAct, Screening
from makul.drafts.package import contents, short_limits
from makul.drafts.queries import acts_of, card_of, defects_of
from makul.drafts.views.page import package_in, show_work
from makul.journal.models import Entry
from makul.law import forms as law

CHECKED = ("accepted", "returned")


@work_page("check_package")
def package_check(work: Work) -> HttpResponse:
    """Form F1: accept the package, or return it naming all defects at once (Order, art. 15)."""
    draft, checked = package_in(work.case), checked_of(work)
    form = CheckForm(work.data, initial={"language": work.actor.party.language})
    if work.is_post and work.attempt(form, lambda: check(work, draft, form)):
        return checked_page(work, form)
    values = {
        "title": law.form("F1").title(language()),
        "draft": draft,
        "lines": checklist(draft, language=language(), on=work.today),
        "barred": short_limits(),
        "package": contents(draft),
        "checked": checked,
        "defects": defects_of(work.case),
        "former": defects_of(draft.previous),
        "closing": law.form("F1").line("closing", language()),
        "term": {} if checked else work.term("accepted"),
        "may_act": work.may("check_package"),
    }
    return show_work(work, "check.html", values, form=form)


def checked_of(work: Work) -> Entry | None:
    """The entry by which this package was accepted or returned."""
    entries = Entry.objects.filter(subject=work.case.subject, action__in=CHECKED)
    return entries.order_by("number").first()


def check(work: Work, draft: DraftAct, form: CheckForm) -> None:
    """Raises BadInput `already_checked`: what was found once stands."""
    if checked_of(work):
        raise BadInput("already_checked", number=work.case.number)
    said = form.cleaned_data
    if said["result"] == "accepted":
        accept_package(draft=draft, actor=work.actor, now=work.now)
        return
    return_package(
        draft=draft,
        defects=said["defects"],
        language=said["language"],
        actor=work.actor,
        now=work.now,
    )


def checked_page(work: Work, form: CheckForm) -> HttpResponse:
    if form.cleaned_data["result"] == "accepted":
        said = _("The package is accepted. Next: does the draft touch local self-government?")
        return work.done(said, to=work.url("screen"))
    said = _("The package is returned with all its defects, and the case is closed.")
    return work.done(said, to=work.url("case_work"))


@work_page("screen")
def screen(work: Work) -> HttpResponse:
    """Form F2: kind by kind, with what the search for words found; a person decides (Order, art. 16)."""
    draft = package_in(work.case)
    acts, card = acts_of(draft), card_of(draft)
    hints = hints_of(acts)
    form = ScreenForm(
        work.data,
        hints=hints,
        known=articles_of(acts),
        page_language=language(),
        initial=card_initial(card, hints) if card else {},
    )
    if work.is_post and work.attempt(form, lambda: keep_card(work, draft, form)):
        return screened_page(work, form)
    values = {
        "title": law.form("F2").title(language()),
        "note": law.form("F2").line("note", language()),
        "card": card,
        "has_text": bool(acts),
        "found": sum(bool(hint.places) for hint in hints.values()),
        "term": {} if card else work.term("screened"),
        "may_act": work.may("screen"),
    }
    return show_work(work, "screen.html", values, form=form)


def keep_card(work: Work, draft: DraftAct, form: ScreenForm) -> Screening:
    return screen_draft(draft=draft, content=form.content(), actor=work.actor, now=work.now)


def screened_page(work: Work, form: ScreenForm) -> HttpResponse:
    if form.cleaned_data["value"] == "affects":
        said = _("The card is on record and public. Now choose the bodies that are affected.")
        return work.done(said, to=work.url("circle"))
    said = _("The card is on record and public. Bodies and associations may contest it.")
    return work.done(said, to=work.url("case_work"))


def articles_of(acts: Mapping[str, Act]) -> frozenset[str]:
    """The ids of the articles a person may name, of the texts in both languages."""
    return frozenset(one.eid for act in acts.values() for one in act.articles)
