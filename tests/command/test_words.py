"""What the command line says of an error is one sentence, with its parameters in it."""

from __future__ import annotations

from string import Formatter

import pytest

from makul.command.words import SENTENCES, say
from makul.core.errors import BadInput


def test_said_with_its_parameters() -> None:
    assert say(BadInput("port_wrong", port=0)) == "0 is not a port: give a number from 1 to 65535."


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert say(BadInput("never_heard", of=1)) == "never_heard (of=1)."


@pytest.mark.parametrize("code", SENTENCES)
def test_each_is_one_sentence_without_its_full_stop(code: str) -> None:
    text = SENTENCES[code]
    names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    assert all(names), "a parameter without a name"
    assert text == text.strip()
    assert not text.endswith(".")
    assert ". " not in text
    assert "\n" not in text
