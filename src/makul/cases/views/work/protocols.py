"""The protocol: looked at before it is drawn, then signed or refused over its exact bytes."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from makul.cases.actions.protocols import (
    SIDES,
    awaited_sides,
    draw_protocol,
    refuse_signature,
    sign_protocol,
)
from makul.cases.forms.protocol import SIGN, SignForm
from makul.cases.models import Protocol, Signature
from makul.cases.protocol import protocol_kind_of
from makul.cases.queries.table import counts_of, table_of
from makul.cases.signing import VERIFIER
from makul.cases.views.work.page import SeeOther, Work, address, term_values, work_page
from makul.cases.views.work.words import role_words
from makul.parties.forms import ConfirmForm


@work_page("draw_protocol")
def protocol_draw(work: Work) -> HttpResponse:
    """What kind it will be and what stands in it; then it is drawn once and for all."""
    if Protocol.objects.filter(case=work.case).exists():
        return SeeOther(work.url("protocol_sign"))
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(
        form, lambda: draw_protocol(case=work.case, actor=work.actor, now=work.now)
    ):
        return work.done(_("The protocol is drawn."), to=work.url("protocol_sign"))
    table = table_of(work.case, is_reply_term_over=True)
    by_state = {state: [one for one in table if one.state == state] for state in STATES}
    values = {
        "kind": protocol_kind_of(work.case),
        "by_state": by_state,
        "counts": counts_of(work.case),
        "is_open": any(may.step == "protocol" for may in work.status.may),
        "term": work.term("protocol"),
    }
    return work.show("protocol_draw.html", values, form=form)


STATES = ("unsettled", "settled", "minority", "dropped")


@work_page("sign", "draw_protocol", "consider", "decide_appeal")
def protocol_sign(work: Work) -> HttpResponse:
    """The protocol with its digest, who has signed, and for a side the form to sign or refuse."""
    found = Protocol.objects.select_related("version__document", "drawn_by")
    protocol = get_object_or_404(found, case=work.case)
    signatures = list(protocol.signatures.select_related("party", "mandate"))
    own = next((one for one in signatures if one.party_id == work.actor.party_id), None)
    form = SignForm(work.data, initial={"sha256": protocol.version.blob_id, "decision": SIGN})
    if work.is_post and work.attempt(form, lambda: sign(work, protocol, form)):
        is_signed = form.cleaned_data["decision"] == SIGN
        said = _("Your signature is on record.") if is_signed else _("Your refusal is on record.")
        return work.done(said, to=work.url("protocol_sign"))
    values = {
        "protocol": protocol,
        "papers": papers(protocol),
        "signers": signers(work, signatures),
        "is_whole": not awaited_sides(protocol),
        "own": own,
        "may_sign": work.may("sign"),
        "is_side": is_side(work),
        "method": VERIFIER.method,
        "term": work.term("signed"),
    }
    return work.show("protocol_sign.html", values, form=form)


def signers(work: Work, signatures: list[Signature]) -> list[dict[str, Any]]:
    """Each side with its signature, or until when and why it is awaited; bodies that signed beside."""
    done = {one.party_id: one for one in signatures}
    seats = work.case.participations.filter(role__in=SIDES).select_related("party")
    sides = sorted(seats, key=lambda seat: (SIDES.index(seat.role), seat.order))
    due = {one.party: one for one in work.status.due if one.step == "signed"}
    found: list[dict[str, Any]] = [
        {
            "party": seat.party,
            "role": role_words(seat.role),
            "signature": done.get(seat.party_id),
            **term_values(due.get(seat.party.key), today=work.today),
        }
        for seat in sides
    ]
    beside = [one for one in signatures if one.party_id not in {seat.party_id for seat in sides}]
    found += [{"party": one.party, "role": role_words("lsg"), "signature": one} for one in beside]
    return found


def is_side(work: Work) -> bool:
    """Whether the party is one of those who sign: a side, or a body whose opinion stayed a minority."""
    if work.role in {"initiator", "association"}:
        return True
    return work.role == "lsg" and (
        any((m.step, m.party) == ("signed", work.actor.party.key) for m in work.status.may)
        or work.case.rows.filter(is_minority=True, author=work.actor.party).exists()
    )


def sign(work: Work, protocol: Protocol, form: SignForm) -> Signature:
    given = form.cleaned_data
    if given["decision"] == SIGN:
        return sign_protocol(
            protocol=protocol,
            sha256=given["sha256"],
            dissent=given["dissent"],
            actor=work.actor,
            now=work.now,
        )
    return refuse_signature(
        protocol=protocol, reason=given["reason"], actor=work.actor, now=work.now
    )


def papers(protocol: Protocol) -> list[dict[str, object]]:
    """The files of the protocol: what is signed first, then what is for reading."""
    versions = protocol.version.document.versions.select_related("blob").defer("blob__data")
    rows = [
        {
            "version": one,
            "url": address("document_file", one.document_id, one.number, one.language),
            "is_signed": one.pk == protocol.version_id,
            "kb": max(1, one.blob.size // 1000),
        }
        for one in versions
    ]
    return sorted(rows, key=lambda row: not row["is_signed"])
