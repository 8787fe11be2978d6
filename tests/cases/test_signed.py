"""The letter after the signatures: what became of each row of a body, in its language."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.protocols import refuse_signature
from makul.cases.models import Protocol
from makul.cases.queries.table import table_of
from makul.cases.signed import signed_letter
from tests.scene import START, Scene, answer, build_scene, draw, file, notified, remark

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def protocol(scene: Scene) -> Protocol:
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark(""))
    answer(scene, case)
    return draw(scene, case)


@pytest.mark.parametrize(
    ("language", "line"),
    [("ru", "Статья 3, часть 1: не урегулирована"), ("ky", "3-берене, 1-бөлүк: ")],
)
def test_each_row_with_its_end(scene: Scene, protocol: Protocol, language: str, line: str) -> None:
    body = scene.bodies[0]
    body.language = language
    letter = signed_letter(protocol, body, rows=table_of(protocol.case, is_reply_term_over=True))
    assert line in letter.body
    assert (letter.kind, letter.path) == (
        "protocol_signed",
        f"/cases/{protocol.case.number}/work/protocol/signature/",
    )


def test_without_rows_it_says_only_that_it_is_signed_or_refused(
    scene: Scene, protocol: Protocol
) -> None:
    scene.union.language = "en"
    plain = signed_letter(protocol, scene.union, rows=[])
    assert (plain.title, "What became" in plain.body) == (
        f"The protocol is signed: case {protocol.case.number}",
        False,
    )
    refuse_signature(
        protocol=protocol,
        reason="Себеби",
        actor=scene.signatory(scene.ministry),
        now=START + timedelta(days=51),
    )
    refused = signed_letter(protocol, scene.union, rows=[])
    assert refused.title.startswith("A side has refused")
