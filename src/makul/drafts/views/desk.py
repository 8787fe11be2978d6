"""The facilitator's desk: the check of a package and the screening card."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.cases.queries.texts import known_eids
from makul.cases.views.work.page import Work, address, work_page
from makul.drafts.actions.submitting import accept_package, return_package, screen_draft
from makul.drafts.checklist import checklist
from makul.drafts.forms.desk import CheckForm
from makul.drafts.forms.screening import ScreenForm
from makul.drafts.hints import hints_of
from makul.drafts.models import DraftAct, Screening
from makul.drafts.queries import acts_of, totals_of
from makul.drafts.views.page import language, package_in, show_work
from makul.law.order import order, print_item


def next_page(work: Work, name: str) -> str:
    return address(name, work.case.number)


@work_page("check_package")
def package_check(work: Work) -> HttpResponse:
    """Accept the package or return it, naming all defects (Order, art. 15)."""
    draft = package_in(work.case)
    form = CheckForm(work.data, initial={"language": language() if language() != "en" else "ky"})
    if work.is_post and work.attempt(form, lambda: checked(work, draft, form)):
        is_accepted = form.cleaned_data["result"] == "accepted"
        said = _("The package is accepted.") if is_accepted else _("The package is returned.")
        to = next_page(work, "screen") if is_accepted else next_page(work, "case")
        return work.done(said, to=to)
    found = order(work.case.edition)
    limits = found.items_under("short.limit")  # what may not go on the short track (art. 24)
    values = {
        "title": _("Check of the package"),
        "draft": draft,
        "lines": checklist(draft, language=language(), on=work.today),
        "items": list(draft.items.all()),
        "headings": list(draft.headings.all()),
        "totals": totals_of(list(draft.costs.all())),
        "limits": [print_item(one, language=language(), terms=found.terms) for one in limits],
        "term": work.term("accepted"),
    }
    return show_work(work, "check.html", values, form=form)


def checked(work: Work, draft: DraftAct, form: CheckForm) -> None:
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


@work_page("screen")
def screen(work: Work) -> HttpResponse:
    """The card: eight kinds of interest with the hints of the search; a person decides (art. 16)."""
    draft = package_in(work.case)
    form = ScreenForm(
        work.data,
        hints=hints_of(acts_of(draft)),
        known=known_eids(work.case),
        page_language=language(),
    )
    if work.is_post and work.attempt(
        form,
        lambda: screen_draft(draft=draft, content=form.content(), actor=work.actor, now=work.now),
    ):
        is_affected = form.cleaned_data["value"] == "affects"
        to = next_page(work, "circle" if is_affected else "case")
        return work.done(_("The conclusion is on record and public."), to=to)
    values = {
        "title": _("Does the draft touch local self-government?"),
        "draft": draft,
        "term": work.term("screened"),
        "former": Screening.objects.filter(draft=draft).select_related("by").first(),
    }
    return show_work(work, "screen.html", values, form=form)
