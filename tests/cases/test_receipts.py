"""The letter with the receipt: in the language of the body, with what a reader needs to check it."""

from __future__ import annotations

import pytest

from makul.cases.codes import verify_address
from makul.cases.queries.receipts import code_of, entry_of
from makul.cases.receipts import receipt_letter
from makul.notices.links import body_sent
from makul.notices.models import Notice
from tests.scene import build_scene, file, notified, remark

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "stance"), [("ky", "макулдашылган жок"), ("ru", "не согласовано")]
)
def test_it_says_number_stance_and_code(language: str, stance: str) -> None:
    scene = build_scene(bodies=1)
    case, body = notified(scene), scene.bodies[0]
    body.language = language
    body.save()
    position = file(scene, case, body, "not_agreed", remark())
    code = code_of(entry_of(position))
    letter = receipt_letter(position, entry_of(position))
    for text in (position.receipt, stance, code, verify_address(code), letter.path):
        assert text in letter.body
    assert letter.language == language


def test_the_link_of_its_page_is_replaced_and_that_of_the_check_is_not() -> None:
    scene = build_scene(bodies=1)
    case, body = notified(scene), scene.bodies[0]
    position = file(scene, case, body, "agreed")
    words = body_sent(Notice.objects.get(kind="receipt"))
    assert verify_address(code_of(entry_of(position))) in words
    assert (f"/cases/{case.number}/work/" in words, "/in/" in words) == (False, True)
