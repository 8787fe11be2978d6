"""Every code that a page may meet has its sentence, once, in three languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation

from makul.core.errors import BadInput, LawGap
from makul.parties.saying import sentence_of, sentences
from makul.web.sentences import PAGES, SENTENCES

SRC = Path(__file__).resolve().parents[2] / "src/makul"
KINDS = {"NotAllowed", "BadInput", "LawGap", "BrokenChain", "MakulError"}
# What only a command (or the worker, into its log) can refuse; said in English by command.words.
COMMAND_LINE_ONLY = re.compile(
    r"bad_document|no_checkpoint|journal_empty|no_case|sim_\w+|feed_failed"
    r"|committees?_\w+|bad_email|email_twice|identity_twice"
)
SAID_BY_CASES = {"no_words"}


def codes(room: str) -> set[str]:
    """Each text in the first argument of an error: a code, or both of a choice between two."""
    found = set()
    for file in (SRC / room).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KINDS and node.args:
                found.update(_texts(node.args[0]))
    return found


def _texts(node: ast.AST) -> set[str]:
    if isinstance(node, ast.IfExp):
        return _texts(node.body) | _texts(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) else set()


ROOMS = ("core", "law", "journal", "documents", "notices", "cases", "bills", "drafts")
MORE = ("sittings", "expertise", "budget", "accounts", "portal", "web")


@pytest.mark.parametrize("room", [*ROOMS, *MORE])
def test_each_code_of_the_rooms_below_has_a_sentence(room: str) -> None:
    met = {code for code in codes(room) if not COMMAND_LINE_ONLY.match(code)}
    assert met - set(sentences()) - SAID_BY_CASES == set()


@pytest.mark.parametrize("status", sorted(PAGES))
def test_each_status_says_what_why_and_what_next(status: int) -> None:
    said = []
    for language in ("ky", "ru", "en"):
        with translation.override(language):
            said.append([str(part) for part in PAGES[status]])
    assert all(len(set(parts)) == 3 for parts in zip(*said, strict=True))


def test_sentences_end_and_do_not_shout() -> None:
    for language in ("ky", "ru", "en"):
        with translation.override(language):
            texts = {code: str(text) for code, text in SENTENCES.items()}
        assert {code: text for code, text in texts.items() if not text.endswith(".")} == {}
        assert {code for code, text in texts.items() if "!" in text} == set()


def test_parameters_are_put_in() -> None:
    with translation.override("ru"):
        said = sentence_of(LawGap("no_days_off", year=2031))
        strange = sentence_of(BadInput("never_heard"))
    assert said.startswith("Список нерабочих дней на 2031 год ещё не известен")
    assert "never_heard" in strange
