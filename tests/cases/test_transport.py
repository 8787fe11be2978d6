"""What mail servers answer is said in words that name what to do."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from makul.cases.transport import OTHER, kind_words, said_of


@pytest.mark.parametrize(
    ("answer", "begins"),
    [
        ("no address", "The register has no"),
        ("550 5.1.1 <x@y>: Recipient address rejected", "There is no such mailbox"),
        ("552 5.2.2 over quota", "The mailbox is full"),
        ("554 5.7.1 Message rejected as spam", "The receiving server refused"),
        ("451 4.7.1 Greylisted, try again", "The receiving server asks to wait"),
        ("ConnectionRefusedError: [Errno 111]", "Our mail server could not"),
        ("SMTPAuthenticationError", "Our mail server did not accept"),
    ],
)
def test_each_known_answer_has_its_words(answer: str, begins: str) -> None:
    with override("en"):
        assert said_of(answer).startswith(begins)


def test_an_unknown_answer_is_said_to_be_one() -> None:
    assert (said_of("299 hm"), said_of("")) == (str(OTHER), "")


def test_a_kind_without_words_keeps_its_key() -> None:
    with override("en"):
        assert (kind_words("reminded"), kind_words("pigeon")) == ("reminder", "pigeon")
