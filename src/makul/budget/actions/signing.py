"""The special protocol is drawn as a paper, signed or refused, closed by one side, put into the dossier."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from makul.bills.actions.dossier import attach
from makul.bills.models import Bill
from makul.budget.actions.telling import tell
from makul.budget.models import Signature, SpecialProtocol
from makul.budget.papers.protocol import files_of
from makul.budget.queries.signing import awaited
from makul.cases.actions.step import MOST_CHARACTERS, StatementInput, stand, state_step, take_step
from makul.cases.models import Statement
from makul.cases.signing import VERIFIER
from makul.core.errors import BadInput
from makul.documents.models import Document
from makul.documents.storing import digests, store_document, store_versions
from makul.parties.models import Mandate

SIGNERS = ("association", "government", "committee")


@transaction.atomic
def draw_special(*, protocol: SpecialProtocol, actor: Mandate, now: datetime) -> Document:
    """Draw the protocol in both languages as PDF (which is signed) and Word; drawn once, it stands.

    Raises: NotAllowed; BadInput `special_is_drawn`, `nothing_tabled`, `case_closed`.
    """
    stand(protocol.case, actor, "draw_special", now=now)
    protocol = SpecialProtocol.objects.select_for_update().get(pk=protocol.pk)
    if protocol.document_id:
        raise BadInput("special_is_drawn")
    if not protocol.items.filter(tabled_at__isnull=False).exists():
        raise BadInput("nothing_tabled")
    document = store_document(
        subject=protocol.case.subject,
        kind=Document.Kind.PROTOCOL,
        author=actor.party,
        files=files_of(protocol, now=now),
        now=now,
    )
    protocol.document = document
    protocol.drawn_sha256 = document.versions.get(language="ky+ru", number=1).blob_id
    protocol.save(update_fields=["document", "drawn_sha256"])
    take_step(
        case=protocol.case,
        step="special_drawn",
        actor=actor,
        right="draw_special",
        now=now,
        data={"sha256": protocol.drawn_sha256, "papers": digests(document)},
    )
    tell(protocol, kind="special_to_sign", roles=SIGNERS, now=now)
    return document


@transaction.atomic
def sign_special(
    *, protocol: SpecialProtocol, sha256: str, actor: Mandate, now: datetime, proof: str = ""
) -> Signature:
    """Sign the exact bytes; signing twice is one signature.

    Raises: NotAllowed; BadInput `special_not_drawn`, `text_changed`, `already_refused`,
    `signature_not_valid`, `case_closed`.
    """
    stand(protocol.case, actor, "sign_special", now=now)
    check_drawn(protocol)
    if former := protocol.signatures.filter(party=actor.party).first():
        return same_again(former, Signature.State.SIGNED)
    if sha256 != protocol.drawn_sha256:
        raise BadInput("text_changed")
    VERIFIER.verify(sha256=sha256, proof=proof, mandate=actor)
    signature = Signature.objects.create(
        protocol=protocol,
        party=actor.party,
        by=actor,
        at=now,
        state=Signature.State.SIGNED,
        sha256=sha256,
        method=VERIFIER.method,
    )
    take_step(
        case=protocol.case,
        step="special_signed",
        actor=actor,
        right="sign_special",
        now=now,
        data={"sha256": sha256, "method": VERIFIER.method},
    )
    return signature


@transaction.atomic
def refuse_special(
    *, protocol: SpecialProtocol, reason: str, language: str, actor: Mandate, now: datetime
) -> Signature:
    """Refuse to sign, with the reason. Raises BadInput `no_reason_given`, `already_signed`."""
    stand(protocol.case, actor, "sign_special", now=now)
    check_drawn(protocol)
    if not reason.strip():
        raise BadInput("no_reason_given")
    if len(reason) > MOST_CHARACTERS:
        raise BadInput("too_long", number=1, limit=MOST_CHARACTERS)
    if former := protocol.signatures.filter(party=actor.party).first():
        return same_again(former, Signature.State.REFUSED)
    signature = Signature.objects.create(
        protocol=protocol,
        party=actor.party,
        by=actor,
        at=now,
        state=Signature.State.REFUSED,
        language=language,
        reason=reason.strip(),
        sha256=protocol.drawn_sha256,
        method=VERIFIER.method,
    )
    take_step(
        case=protocol.case,
        step="special_refused",
        actor=actor,
        right="sign_special",
        now=now,
        data={"sha256": protocol.drawn_sha256},
    )
    return signature


def check_drawn(protocol: SpecialProtocol) -> None:
    if not protocol.drawn_sha256:
        raise BadInput("special_not_drawn")


def same_again(former: Signature, state: str) -> Signature:
    if former.state != state:
        is_refused = former.state == Signature.State.REFUSED
        raise BadInput("already_refused" if is_refused else "already_signed")
    return former


@transaction.atomic
def close_by_one_side(
    *, protocol: SpecialProtocol, text: str, language: str, actor: Mandate, now: datetime
) -> Statement:
    """One who signed closes after the term: who did not sign is on record, and why if it is known.

    Raises: NotAllowed; BadInput `sign_first`, `nobody_awaited`, `no_words`, `case_closed`.
    """
    stand(protocol.case, actor, "sign_special", now=now)
    check_drawn(protocol)
    if not protocol.signatures.filter(party=actor.party, state=Signature.State.SIGNED).exists():
        raise BadInput("sign_first")
    missing = awaited(protocol)
    if not missing:
        raise BadInput("nobody_awaited")
    content = StatementInput("one_side_closed", "sign_special", text, language)
    return state_step(
        case=protocol.case,
        content=content,
        actor=actor,
        now=now,
        data={"not_signed": [party.key for party in missing]},
    )


@transaction.atomic
def attach_special(
    *, protocol: SpecialProtocol, bill: Bill | None, actor: Mandate, now: datetime
) -> None:
    """Put the protocol into the dossier of the budget bill; the register is told first.

    Its second version shows the signatures, or who did not sign and why; the signed bytes stay.

    Raises: NotAllowed; BadInput `special_not_drawn`, `no_bill`, `special_is_attached`, `case_closed`.
    """
    stand(protocol.case, actor, "attach_special", now=now)
    check_drawn(protocol)
    bill = bill or protocol.bill
    if bill is None or protocol.document is None:
        raise BadInput("no_bill")
    if protocol.document.versions.filter(number=2).exists():
        raise BadInput("special_is_attached")
    if protocol.bill != bill:
        protocol.bill = bill
        protocol.save(update_fields=["bill"])
    store_versions(protocol.document, files=files_of(protocol, now=now), number=2, now=now)
    attach(
        bill=bill,
        kind="special_protocol",
        document=protocol.document,
        case=protocol.case,
        actor=actor,
        now=now,
    )
    take_step(
        case=protocol.case,
        step="special_attached",
        actor=actor,
        right="attach_special",
        now=now,
        data={"bill": f"{bill.source} {bill.number}", "sha256": protocol.drawn_sha256},
    )
