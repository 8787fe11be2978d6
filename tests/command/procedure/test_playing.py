"""The options of a simulation become settings and terms, and settings become data again."""

from __future__ import annotations

import argparse
import json

import pytest

from makul.command.procedure.playing import (
    Terms,
    add_numbers,
    add_terms,
    check_lengths,
    in_words,
    settings_data,
    settings_of,
    terms_of,
)
from makul.core.errors import BadInput
from makul.core.simulation import Bodies, Settings
from makul.core.simulation.settings import limits
from makul.law.procedures import procedure
from makul.law.simulation import assumptions


def given(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("procedure")
    add_terms(parser)
    add_numbers(parser)
    return parser.parse_args(["npa", *words])


def test_nothing_given_is_what_is_assumed() -> None:
    assert settings_of(given()) == assumptions("npa")
    assert terms_of(given()) == {}


@pytest.mark.parametrize(("kind", "part"), [(Settings, None), (Bodies, "bodies")])
def test_every_number_has_its_option(kind: type, part: str | None) -> None:
    for name, told, _ in limits(kind):
        words = (f"--{name.replace('_', '-')}", str(told["least"] + 1))
        found = settings_of(given(*words))
        assert getattr(getattr(found, part) if part else found, name) == told["least"] + 1


def test_settings_become_data_and_are_all_there() -> None:
    data = json.loads(json.dumps(settings_data(assumptions("npa"))))
    assert data["start"] == "2026-01-01"
    assert data["bodies"]["parties"] == 264
    assert data["habits"]["replied"]["hours_per_row"] == 0.5
    assert {*data["offices"]} == {*assumptions("npa").offices}


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"position": {"ordinary": 20}}, "position 20"),
        ({"position": {"ordinary": 20, "short": 7}, "sign": {"short": 1}}, "position 20/7, sign 1"),
    ],
)
def test_terms_are_said_as_they_are_written(terms: Terms, said: str) -> None:
    assert in_words(terms) == said


def test_lengths_that_can_be_played_are_let_through() -> None:
    check_lengths(procedure("npa"), {"position": {"ordinary": 100, "short": 1}})
    with pytest.raises(BadInput) as refused:
        check_lengths(procedure("npa"), {"position": {"weekly": 3}})
    assert refused.value.code == "unknown_track"
