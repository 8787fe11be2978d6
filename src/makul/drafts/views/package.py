"""The drafts of a body, a new one, the package as a list of tasks, and its way out of the house."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.cases.models import Case
from makul.cases.views.work.page import SeeOther, address
from makul.core.errors import NotAllowed
from makul.drafts.actions.finishing import ask_signature, begin_again
from makul.drafts.actions.preparing import begin_draft
from makul.drafts.actions.submitting import submit_draft
from makul.drafts.forms.description import DescriptionForm, SubmitForm
from makul.drafts.models import DraftAct
from makul.drafts.package import contents, is_whole, package_lines, short_limits
from makul.drafts.queries import defects_of, drafts_of
from makul.drafts.views.page import Prep, draft_page, language
from makul.parties.access import may
from makul.parties.acting import acting
from makul.parties.forms import ConfirmForm, attempt
from makul.parties.models import Mandate, Party

PAGE = 30


def norm_maker(request: HttpRequest) -> Mandate:
    """The mandate of one who acts for a norm-making body. Raises NotAllowed."""
    actor = acting(request)
    if actor.party.kind != Party.Kind.MINISTRY:
        raise NotAllowed("not_a_norm_maker", party=actor.party.key)
    return actor


@never_cache
def draft_list(request: HttpRequest) -> HttpResponse:
    actor = norm_maker(request)
    today = timezone.localdate()
    page = Paginator(drafts_of(actor.party), PAGE).get_page(request.GET.get("page"))
    values = {
        "title": _("Our drafts"),
        "page_obj": page,
        "rows": [(draft, state_of(draft)) for draft in page],
        "may_submit": may(actor, "submit", role="initiator", on=today),
    }
    return render(request, "drafts/list.html", values)


def state_of(draft: DraftAct) -> str:
    """preparing, ready (for the signature), running, returned or closed."""
    if draft.case is None:
        return "ready" if draft.ready_at else "preparing"
    if draft.case.outcome == "returned":
        return "returned"
    return "closed" if draft.case.is_closed else "running"


@never_cache
def draft_new(request: HttpRequest) -> HttpResponse:
    actor, now = norm_maker(request), timezone.now()
    data = request.POST if request.method == "POST" else None
    form = DescriptionForm(data, page_language=language())
    if data is not None and attempt(
        form, lambda: begin_draft(content=form.content(), actor=actor, now=now), now=now
    ):
        messages.success(request, _("The draft is begun. Now add its papers, in any order."))
        made = form.result
        return SeeOther(reverse("draft", args=[made.pk]) if made else reverse("draft_list"))
    values = {"title": _("New draft"), "form": form, "nav": "draft_list", "is_new": True}
    values |= {"barred": short_limits()}
    return render(
        request, "drafts/part/description.html", values, status=422 if form.errors else 200
    )


@draft_page(change=False)
def draft(prep: Prep) -> HttpResponse:
    """The package: what is there, what is missing and why, and what can be done with it."""
    lines = package_lines(prep.draft)
    values = {
        "title": prep.draft.title_ky or prep.draft.title_ru,
        "lines": lines,
        "missing": [line for line in lines if line.state == "missing"],
        "state": state_of(prep.draft),
        "package": contents(prep.draft),
        "defects": defects_of(prep.draft.previous),
        "returned": defects_of(prep.draft.case),
    }
    return prep.show("package.html", values)


@draft_page()
def draft_submit(prep: Prep) -> HttpResponse:
    """The last look: one who may sign submits, anyone else sends the package to the signatory."""
    if not is_whole(prep.draft):
        lines = package_lines(prep.draft)
        missing = [line for line in lines if line.state == "missing"]
        values = {"title": _("The package is not whole yet"), "missing": missing}
        return prep.show("not_whole.html", values)
    return submit(prep) if prep.may_submit else send_to_signatory(prep)


def submit(prep: Prep) -> HttpResponse:
    form = SubmitForm(prep.data)
    draft, deciders = prep.draft, [one.party for one in prep.draft.deciders.all()]
    if prep.is_post and prep.attempt(
        form,
        lambda: submit_draft(draft=draft, deciders=deciders, actor=prep.actor, now=prep.now),
    ):
        number = Case.objects.values_list("number", flat=True).get(draftact=draft)
        said = _("The package is submitted. Case %(number)s is open.") % {"number": number}
        return prep.done(said, to=address("case_work", number) or prep.url)
    values = {
        "title": _("Submit the package"),
        "lead": draft.title_ky or draft.title_ru,
        "consequences": [
            _(
                "A case is opened under the edition of the Order in force, and the terms begin to run."
            ),
            _(
                "The facilitator checks that the package is whole; a package that is not is returned with all its defects."
            ),
            _("The papers can no longer be changed here; a later text is a revision, seen by all."),
        ],
        "button": _("Submit for my body"),
        "package": contents(draft),
        "back": prep.url,
    }
    return prep.show("submit.html", values, form=form)


def send_to_signatory(prep: Prep) -> HttpResponse:
    form = ConfirmForm(prep.data)
    if prep.is_post and prep.attempt(
        form, lambda: ask_signature(draft=prep.draft, actor=prep.actor, now=prep.now)
    ):
        return prep.done(_("The package waits for the one who may sign."))
    values = {
        "title": _("Send the package to the signatory"),
        "lead": prep.draft.title_ky or prep.draft.title_ru,
        "consequences": [
            _(
                "You may not sign for your body, so one who may will read the package and submit it."
            ),
            _(
                "If you change anything before that, the package is in work again and must be sent anew."
            ),
        ],
        "button": _("Send to the signatory"),
        "back": prep.url,
    }
    return prep.show("submit.html", values, form=form)


@draft_page(change=False)
def draft_again(prep: Prep) -> HttpResponse:
    """A returned package begins again as a new draft with the same papers."""
    form = ConfirmForm(prep.data)
    if prep.is_post and prep.attempt(
        form, lambda: begin_again(former=prep.draft, actor=prep.actor, now=prep.now)
    ):
        made = form.result
        to = reverse("draft", args=[made.pk]) if made else reverse("draft_list")
        return prep.done(_("Mend what was named, then submit the package again."), to=to)
    values = {
        "title": _("Mend a returned package"),
        "lead": prep.draft.title_ky or prep.draft.title_ru,
        "consequences": [
            _("A new draft is made with all the papers of the returned one."),
            _(
                "When it is submitted, a new case opens that points to the former; it may not be returned for a defect not named before."
            ),
        ],
        "button": _("Mend the package"),
        "back": prep.url,
    }
    return prep.show("submit.html", values, form=form)
