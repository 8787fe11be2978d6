"""What is refused is said in the language of the page, with its parameters put in."""

from datetime import date

from django.utils.translation import override

from makul.core.errors import BadInput
from makul.parties.saying import sentence_of, sentences


def test_the_sentences_of_all_rooms_are_found() -> None:
    assert {"last_signatory", "may_not_sign"} <= set(sentences())


def test_parameters_are_put_in() -> None:
    with override("en"):
        assert sentence_of(BadInput("no_such_user", name="x")).startswith(
            "Nobody signs in under the name x."
        )
        assert "2026" in sentence_of(BadInput("already_ended", ended_on=date(2026, 8, 31)))


def test_an_unknown_code_is_said_to_be_one() -> None:
    with override("en"):
        assert "never_heard" in sentence_of(BadInput("never_heard"))
