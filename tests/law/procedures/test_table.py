"""The table of a procedure says of each step who takes it, when, and after what, in three languages."""

from __future__ import annotations

import re

import pytest

from makul.law.procedures import procedure
from makul.law.procedures.table import COLUMNS, headings, sentences_of, table
from makul.law.sources import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_has_its_line_and_every_word_is_known(language: str) -> None:
    rows = table(procedure(), language=language)
    assert {row.key for row in rows} == {step.key for step in procedure().steps}
    said = " ".join(str(getattr(row, column)) for row in rows for column in COLUMNS)
    assert "_" not in re.sub(r"proposed|[a-z]+\.[\d.]+", "", said)
    assert "{" not in said


def test_kyrgyz_and_russian_are_not_left_in_english() -> None:
    for language in ("ky", "ru"):
        for row in table(procedure(), language=language):
            latin = re.findall(
                "[A-Za-z]{3,}", " ".join([row.step, row.who, row.after, row.silence])
            )
            assert latin == [], row


def test_the_headings_stand_in_three_languages() -> None:
    assert len({headings(language) for language in LANGUAGES}) == 3


@pytest.mark.parametrize(
    ("key", "after"),
    [
        ("accepted", "Submission of the draft"),
        ("cleared", "the term of Contest of the finding passed unused"),
        ("position", "own Notice"),
        ("signed", "Protocol"),
        ("compared", "Official publication"),
    ],
)
def test_when_a_step_begins(key: str, after: str) -> None:
    rows = table(procedure(), language="en")
    assert [row.after for row in rows if row.key == key] == [after]


def test_a_step_is_told_with_its_sentences() -> None:
    rules = procedure()
    assert [item.key for item in sentences_of(rules, rules.step("cleared"))] == [
        "step.cleared.what"
    ]
    assert all(sentences_of(rules, step) for step in rules.steps)
