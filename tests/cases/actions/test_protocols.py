"""Protocols: drawn once, signed over the bytes that were seen, refused with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.protocols import (
    awaited_sides,
    draw_protocol,
    refuse_signature,
    sign_protocol,
)
from makul.cases.models import Case, Protocol
from makul.cases.queries.judging import status_of
from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import digest
from makul.notices.models import Notice
from tests.scene import START, Scene, answer, build_scene, draw, file, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=51)


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def protocol(scene: Scene) -> Protocol:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)
    return draw(scene, case)


def test_it_is_drawn_once(scene: Scene, protocol: Protocol) -> None:
    with pytest.raises(BadInput) as refused:
        draw_protocol(case=protocol.case, actor=scene.drafter(scene.union), now=NOW)
    assert (refused.value.code, Protocol.objects.count()) == ("protocol_drawn", 1)


def test_its_kind_follows_from_the_rows(scene: Scene, protocol: Protocol) -> None:
    quiet = notified(scene)
    agreed = notified(scene)
    file(scene, agreed, scene.bodies[0], "agreed_with_remarks", remark())
    answer(scene, agreed, "accepted")
    kinds = [protocol.kind, draw(scene, agreed).kind, draw(scene, quiet).kind]
    assert kinds == ["disagreements", "agreement", "certificate"]


def test_what_is_signed_is_the_exact_file(scene: Scene, protocol: Protocol) -> None:
    signature = sign_protocol(
        protocol=protocol,
        sha256=digest(bytes(protocol.version.blob.data)),
        actor=scene.signatory(scene.union),
        now=NOW,
        dissent="Өзгөчө пикир",
    )
    assert (signature.sha256, signature.method) == (protocol.version.blob_id, "mandate")
    assert signature.dissent == "Өзгөчө пикир"


def test_a_signature_over_other_bytes_is_refused(scene: Scene, protocol: Protocol) -> None:
    with pytest.raises(BadInput) as refused:
        sign_protocol(
            protocol=protocol,
            sha256=digest(b"another file"),
            actor=scene.signatory(scene.union),
            now=NOW,
        )
    assert (refused.value.code, protocol.signatures.count()) == ("text_changed", 0)


def test_signing_twice_is_one_signature_and_is_not_taken_back(
    scene: Scene, protocol: Protocol
) -> None:
    actor, sha256 = scene.signatory(scene.ministry), protocol.version.blob_id
    first = sign_protocol(protocol=protocol, sha256=sha256, actor=actor, now=NOW)
    second = sign_protocol(protocol=protocol, sha256=sha256, actor=actor, now=NOW)
    assert first.pk == second.pk
    with pytest.raises(BadInput) as refused:
        refuse_signature(protocol=protocol, reason="Себеби", actor=actor, now=NOW)
    assert refused.value.code == "already_signed"


def test_a_refusal_has_its_reason(scene: Scene, protocol: Protocol) -> None:
    actor = scene.signatory(scene.ministry)
    with pytest.raises(BadInput) as refused:
        refuse_signature(protocol=protocol, reason=" ", actor=actor, now=NOW)
    assert refused.value.code == "no_reason_given"
    refuse_signature(protocol=protocol, reason="Себеби", actor=actor, now=NOW)
    with pytest.raises(BadInput) as refused:
        sign_protocol(protocol=protocol, sha256=protocol.version.blob_id, actor=actor, now=NOW)
    assert refused.value.code == "already_refused"


def test_both_sides_end_the_step_each_in_its_way(scene: Scene, protocol: Protocol) -> None:
    sha256 = protocol.version.blob_id
    sign_protocol(protocol=protocol, sha256=sha256, actor=scene.signatory(scene.union), now=NOW)
    refuse_signature(
        protocol=protocol, reason="Себеби", actor=scene.signatory(scene.ministry), now=NOW
    )
    owed = {(due.step, due.party) for due in status_of(protocol.case, today=NOW.date()).due}
    assert not {step for step, _party in owed} & {"signed", "signature_refused"}


def test_who_may_not_sign_does_not(scene: Scene, protocol: Protocol) -> None:
    for actor, code in (
        (scene.drafter(scene.union), "may_not_sign"),
        (scene.signatory(scene.desk), "wrong_role"),
    ):
        with pytest.raises(NotAllowed) as refused:
            sign_protocol(protocol=protocol, sha256=protocol.version.blob_id, actor=actor, now=NOW)
        assert refused.value.code == code


def test_a_protocol_before_its_turn_is_drawn_and_what_it_skipped_is_named(scene: Scene) -> None:
    case: Case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    draw(scene, case, at=START + timedelta(days=2))
    skipped = {one.step for one in status_of(case, today=NOW.date()).breaches}
    assert "replied" in skipped
    assert case.rows.count() == 1


def test_once_both_sides_have_spoken_the_bodies_are_told(scene: Scene, protocol: Protocol) -> None:
    sha256, letters = protocol.version.blob_id, Notice.objects.filter(kind="protocol_signed")
    assert [one.key for one in awaited_sides(protocol)] == ["demo-union", "demo-ministry"]
    sign_protocol(protocol=protocol, sha256=sha256, actor=scene.signatory(scene.union), now=NOW)
    assert (letters.count(), awaited_sides(protocol)) == (0, [scene.ministry])
    sign_protocol(protocol=protocol, sha256=sha256, actor=scene.signatory(scene.ministry), now=NOW)
    assert [one.party for one in letters] == [scene.bodies[0]]
