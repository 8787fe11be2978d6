"""Protocols: drawn from the rows, then signed or refused over the exact bytes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from makul.cases.actions.rows import place_rest
from makul.cases.actions.step import stand, take_step
from makul.cases.models import Case, Position, Protocol, Signature
from makul.cases.protocol import papers_of, protocol_kind_of
from makul.cases.queries.table import TableRow, table_of
from makul.cases.signed import signed_letter
from makul.cases.signing import VERIFIER
from makul.core.errors import BadInput
from makul.documents.models import Document
from makul.documents.storing import digests, store_document
from makul.notices.actions import queue_notice
from makul.parties.models import Mandate, Party

SIDES = ("initiator", "association")


@transaction.atomic
def draw_protocol(*, case: Case, actor: Mandate, now: datetime) -> Protocol:
    """Draw the protocol of the case as PDF (which is signed) and Word; what was drawn first stands.

    Raises: NotAllowed; BadInput `protocol_drawn`.
    """
    stand(case, actor, "draw_protocol", now=now)
    if Protocol.objects.filter(case=case).exists():
        raise BadInput("protocol_drawn", number=case.number)
    place_rest(case=case, actor=actor, now=now)
    kind = protocol_kind_of(case)
    document = store_document(
        subject=case.subject,
        kind=Document.Kind.CERTIFICATE if kind == "certificate" else Document.Kind.PROTOCOL,
        author=actor.party,
        files=papers_of(case, kind=kind, now=now),
        now=now,
    )
    pdf = document.versions.get(language="ky+ru")
    protocol = Protocol.objects.create(
        case=case, kind=kind, version=pdf, drawn_by=actor.party, drawn_at=now
    )
    take_step(
        case=case,
        step="protocol",
        actor=actor,
        right="draw_protocol",
        now=now,
        value=kind,
        data={"sha256": pdf.blob_id, "papers": digests(document)},
    )
    return protocol


@transaction.atomic
def sign_protocol(
    *,
    protocol: Protocol,
    sha256: str,
    actor: Mandate,
    now: datetime,
    dissent: str = "",
    proof: str = "",
) -> Signature:
    """Sign the exact bytes of a protocol; signing twice is one signature.

    Raises: NotAllowed; BadInput `text_changed` where the signer saw other bytes,
    `signature_not_valid`, `already_refused`.
    """
    return _sign(
        protocol, step="signed", sha256=sha256, actor=actor, now=now, dissent=dissent, proof=proof
    )


@transaction.atomic
def refuse_signature(
    *, protocol: Protocol, reason: str, actor: Mandate, now: datetime
) -> Signature:
    """Refuse to sign, with the reason. Raises BadInput `no_reason_given`, `already_signed`."""
    if not reason.strip():
        raise BadInput("no_reason_given")
    sha256 = protocol.version.blob_id
    return _sign(
        protocol, step="signature_refused", sha256=sha256, actor=actor, now=now, reason=reason
    )


def _sign(
    protocol: Protocol,
    *,
    step: str,
    sha256: str,
    actor: Mandate,
    now: datetime,
    dissent: str = "",
    reason: str = "",
    proof: str = "",
) -> Signature:
    stand(protocol.case, actor, "sign", now=now)
    refused = step == "signature_refused"
    if former := protocol.signatures.filter(party=actor.party).first():
        return same_again(former, refused=refused)
    check_bytes(protocol, sha256)
    if not refused:
        VERIFIER.verify(sha256=sha256, proof=proof, mandate=actor)
    signature = Signature.objects.create(
        protocol=protocol,
        party=actor.party,
        mandate=actor,
        at=now,
        is_refused=refused,
        reason=reason,
        dissent=dissent,
        sha256=sha256,
        method=VERIFIER.method,
        proof=proof,
    )
    tell_if_whole(protocol, now=now)
    take_step(
        case=protocol.case,
        step=step,
        actor=actor,
        right="sign",
        now=now,
        data={"sha256": sha256, "method": VERIFIER.method, "dissent": bool(dissent)},
    )
    return signature


def check_bytes(protocol: Protocol, sha256: str) -> None:
    if sha256 != protocol.version.blob_id:
        raise BadInput("text_changed")


def same_again(former: Signature, *, refused: bool) -> Signature:
    if former.is_refused != refused:
        raise BadInput("already_refused" if former.is_refused else "already_signed")
    return former


def awaited_sides(protocol: Protocol) -> list[Party]:
    """The sides that have neither signed nor refused yet."""
    done = protocol.signatures.values("party")
    sides = protocol.case.participations.filter(role__in=SIDES).exclude(party__in=done)
    return [seat.party for seat in sides.select_related("party").order_by("role", "order")]


def tell_if_whole(protocol: Protocol, *, now: datetime) -> None:
    """Once both sides have spoken, each body that answered learns what became of its rows."""
    if awaited_sides(protocol):
        return
    behind: dict[int, list[TableRow]] = {}
    for shown in table_of(protocol.case, is_reply_term_over=True):
        for party in shown.parties:
            behind.setdefault(party.pk, []).append(shown)
    filed = Position.objects.filter(case=protocol.case, state=Position.State.FILED)
    for party in Party.objects.filter(pk__in=filed.values("party")).order_by("key"):
        letter = signed_letter(protocol, party, rows=behind.get(party.pk, []))
        queue_notice(letter=letter, party=party, now=now)
