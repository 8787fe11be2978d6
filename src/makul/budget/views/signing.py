"""The paper of the special protocol: drawn, signed or refused, closed by one side, put into the dossier."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from makul.budget.actions.signing import (
    attach_special,
    close_by_one_side,
    draw_special,
    refuse_special,
    sign_special,
)
from makul.budget.forms.steps import AttachForm, SignForm, WordsForm
from makul.budget.queries.signing import awaited, hands
from makul.budget.queries.standing import mandate_of
from makul.budget.views.page import Special, special_page
from makul.cases.views.work.page import language
from makul.parties.forms import ConfirmForm


@special_page("draw_special")
def draw(work: Special) -> HttpResponse:
    """A second look before the protocol is drawn: from then on it stands."""
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: draw_special(protocol=work.protocol, actor=work.actor, now=work.now)
    ):
        said = _("The protocol is drawn up in Kyrgyz and Russian; those who sign have been told.")
        return work.done(said, to=work.home())
    values = {
        "title": _("Draw up the special protocol"),
        "lead": draw_lead(work),
        "consequences": [
            _(
                "The paper is made in Kyrgyz and Russian, as PDF and Word, and stands as it is then."
            ),
            _("Both sides and the committee are asked to sign it."),
        ],
        "button": _("Draw up the protocol"),
        "back": work.home(),
        "form": form,
        "nav": "today",
    }
    status = 422 if work.is_post and form.errors else 200
    return render(work.request, "web/confirm.html", values, status=status)


def draw_lead(work: Special) -> str:
    """What the paper will say of the sitting and of the mandate."""
    if not work.protocol.sat_on:
        return _("No sitting is on record: the protocol will say that it was drawn without one.")
    if not mandate_of(work.protocol).value:
        return _("The board has not voted: the protocol will say that there is no mandate.")
    return _("The sitting and the decision of the board are on record.")


@special_page("sign_special")
def sign(work: Special) -> HttpResponse:
    """Read the paper and sign it, or go on to refuse."""
    protocol = work.protocol
    form = SignForm(work.data, initial={"sha256": protocol.drawn_sha256})
    if work.is_post and work.attempt(
        form,
        lambda: sign_special(
            protocol=protocol,
            sha256=form.cleaned_data["sha256"],
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(_("Signed. Thank you."), to=work.home())
    return work.page("sign.html", sign_values(work), form=form)


def sign_values(work: Special) -> dict[str, Any]:
    signing = hands(work.protocol)
    own = next((one for one in signing if one.party == work.actor.party), None)
    return {
        "title": _("Signature of the special protocol"),
        "hands": signing,
        "own": own.signature if own else None,
        "papers": papers_of(work),
        "may_sign": work.may("sign_special"),
        "given": mandate_of(work.protocol),
        **work.term("special_signed"),
    }


def papers_of(work: Special) -> list[Any]:
    document = work.protocol.document
    return list(document.versions.order_by("-number", "language")) if document else []


@special_page("sign_special")
def refuse(work: Special) -> HttpResponse:
    """Refuse to sign, with the reason."""
    form = WordsForm(work.data, initial={"language": language()})
    if work.is_post and work.attempt(
        form,
        lambda: refuse_special(
            protocol=work.protocol,
            reason=form.cleaned_data["text"],
            language=form.cleaned_data["language"],
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(_("The refusal is on record with its reason."), to=work.home())
    values = {
        "title": _("Refuse to sign"),
        "lead": _("A refusal does not undo the protocol: your reason is put into it."),
        "button": _("Refuse to sign"),
        "is_harsh": True,
    }
    return work.page("words.html", values, form=form)


@special_page("sign_special")
def close(work: Special) -> HttpResponse:
    """Close by one side: who did not sign and why, so far as is known."""
    form = WordsForm(work.data, initial={"language": language()})
    if work.is_post and work.attempt(
        form,
        lambda: close_by_one_side(
            protocol=work.protocol,
            text=form.cleaned_data["text"],
            language=form.cleaned_data["language"],
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(
            _("The protocol is closed by one side; that is on record."), to=work.home()
        )
    names = ", ".join(party.name(language()) for party in awaited(work.protocol))
    values = {
        "title": _("Close the protocol by one side"),
        "lead": _("Not signed by: %(names)s. Write why, so far as it is known.") % {"names": names}
        if names
        else _("All have signed or refused, so there is nothing to close."),
        "button": _("Close by one side"),
        "is_harsh": True,
    }
    return work.page("words.html", values, form=form)


@special_page("attach_special")
def attach(work: Special) -> HttpResponse:
    """Into the dossier of the bill on the budget."""
    form = AttachForm(
        work.data,
        is_demonstration=work.case.is_demonstration,
        language=language(),
        initial={"bill": work.protocol.bill},
    )
    if work.is_post and work.attempt(
        form,
        lambda: attach_special(
            protocol=work.protocol,
            bill=form.cleaned_data["bill"],
            actor=work.actor,
            now=work.now,
        ),
    ):
        return work.done(_("The protocol lies in the dossier of the bill."), to=work.home())
    values = {
        "title": _("Attach the protocol to the dossier of the bill"),
        "button": _("Attach"),
        "lead": _(
            "With it goes a second copy that shows the signatures, or who did not sign and why."
        ),
    }
    return work.page("plain.html", values, form=form)
