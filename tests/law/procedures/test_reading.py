"""A case in JSON is read, or refused with one clear word; what is odd in the case is for the judge."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from makul.core.errors import BadInput, LawGap
from makul.core.procedure import Entry
from makul.law.procedures.reading import read_case

CASE: dict[str, Any] = {
    "procedure": "npa",
    "edition": "2026-proposed",
    "track": "short",
    "act_kind": "sub_statutory",
    "parties": {"minfin": "initiator", "desk": "facilitator"},
    "remarks": 14,
    "unsettled": 2,
    "entries": [{"step": "submitted", "party": "minfin", "at": "2026-03-02T10:00"}],
}
ENTRY = CASE["entries"][0]


def test_a_case_is_read() -> None:
    rules, facts = read_case(CASE)
    assert (rules.key, facts.track, facts.act_kind) == ("npa", "short", "sub_statutory")
    assert (facts.remarks, facts.unsettled, facts.binding) == (14, 2, True)
    assert facts.entries == [
        Entry("submitted", "minfin", datetime.fromisoformat("2026-03-02T10:00"))
    ]


def test_midnight_belongs_to_the_day_that_ends() -> None:
    _, facts = read_case(CASE | {"entries": [ENTRY | {"at": "2026-03-02T24:00"}]})
    assert facts.entries[0].at.date().isoformat() == "2026-03-02"


def test_an_odd_entry_is_left_to_the_judge() -> None:
    odd = {"step": "danced", "party": "stranger", "at": "2026-03-02T10:00", "to": None}
    assert len(read_case(CASE | {"entries": [odd]})[1].entries) == 1


def test_the_terms_of_an_agreement_are_put_in() -> None:
    rules, _ = read_case(CASE | {"terms": {"position": {"ordinary": 20}}})
    assert rules.terms["position"].ordinary == 20


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"parties": {"minfin": "king"}}, "party minfin"),
        ({"parties": []}, "parties"),
        ({"track": "fast"}, "track"),
        ({"act_kind": 7}, "act_kind"),
        ({"remarks": -1}, "remarks"),
        ({"remarks": True}, "remarks"),
        ({"unsettled": "two"}, "unsettled"),
        ({"binding": "yes"}, "binding"),
        ({"procedure": 1}, "procedure"),
        ({"entries": {}}, "entries"),
        ({"entries": [7]}, "entry 1"),
        ({"entries": [ENTRY, {"step": "submitted"}]}, "entry 2"),
        ({"entries": [ENTRY | {"at": "soon"}]}, "entry 1"),
        ({"entries": [ENTRY | {"at": 20260302}]}, "entry 1"),
        ({"entries": [ENTRY | {"value": 3}]}, "entry 1"),
        ({"entries": [ENTRY | {"hat": "red"}]}, "entry 1"),
        ({"surprise": 1}, "surprise"),
    ],
    ids=str,
)
def test_a_wrong_form_is_refused_with_its_place(changes: dict[str, Any], where: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_case(CASE | changes)
    assert (refused.value.code, refused.value.params["where"]) == ("bad_case", where)


@pytest.mark.parametrize("key", ["parties", "entries"])
def test_what_is_needed_must_be_there(key: str) -> None:
    with pytest.raises(BadInput, match="it is missing"):
        read_case({name: value for name, value in CASE.items() if name != key})


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"procedure": "war"}, "no_procedure"), ({"edition": "1999"}, "no_edition")],
)
def test_an_unknown_procedure_or_edition_is_a_gap(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(LawGap) as gap:
        read_case(CASE | changes)
    assert gap.value.code == code
