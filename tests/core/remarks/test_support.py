"""Who stands behind a row, what it costs them, and that every body asked is counted once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.errors import BadInput
from makul.core.remarks import (
    STANCES,
    Remark,
    Row,
    Sums,
    asked_sums,
    behind,
    default_delegates,
    stances,
)

bodies = st.sets(st.sampled_from([f"body-{number}" for number in range(12)]))


def remark(key: str, *, party: str, kind: str = "objection", once: int | None = None) -> Remark:
    return Remark(key, party, "art_4", kind, key, once_som=once)


def table(*remarks: Remark) -> dict[str, Remark]:
    return {remark.key: remark for remark in remarks}


def test_a_body_with_two_alike_remarks_stands_behind_the_row_once() -> None:
    z = table(remark("a", party="p"), remark("b", party="q"), remark("c", party="p"))
    support = behind(Row("1", "art_4", "objection", ("a", "b", "c")), remarks=z)
    assert (support.parties, support.count, support.remarks) == (("p", "q"), 2, ("a", "b", "c"))


def test_the_demonstration_row_on_transfers_adds_up() -> None:
    """Row 1 of the demonstration package: Z-01, Z-02 and Z-03."""
    sums = [(60_000, 117_000), (87_000, 243_600), (165_000, 516_000)]
    z = table(
        *(
            Remark(f"Z-0{n}", f"body-{n}", "art_4", "objection", "", once_som=o, yearly_som=y)
            for n, (o, y) in enumerate(sums, start=1)
        )
    )
    row = Row("1", "art_4", "objection", tuple(z))
    assert asked_sums(row, remarks=z) == Sums(312_000, 876_600, bodies_once=3, bodies_yearly=3)


def test_the_same_cost_filed_twice_by_one_body_counts_once() -> None:
    z = table(remark("a", party="p", once=500), remark("b", party="p", once=500))
    row = Row("1", "art_4", "objection", ("a", "b"))
    assert asked_sums(row, remarks=z) == Sums(500, None, bodies_once=1, bodies_yearly=0)


def test_a_cost_of_zero_is_an_estimate_and_none_is_not() -> None:
    z = table(remark("a", party="p", once=0), remark("b", party="q"))
    row = Row("1", "art_4", "objection", ("a", "b"))
    assert asked_sums(row, remarks=z) == Sums(0, None, bodies_once=1, bodies_yearly=0)


def test_the_bodies_of_the_demonstration_divide_as_its_opinion_says() -> None:
    filed = dict.fromkeys([f"a-{n}" for n in range(6)], "not_agreed")
    filed |= dict.fromkeys([f"r-{n}" for n in range(8)], "agreed_with_remarks")
    counts = stances([*filed, "aa-11"], not_notified=["aa-12"], positions=filed)
    assert list(counts) == list(STANCES)
    assert list(counts.values()) == [0, 8, 6, 0, 1, 1]


@given(bodies, bodies, st.dictionaries(st.sampled_from([f"body-{n}" for n in range(15)]), st.sampled_from(STANCES[:4])))  # fmt: skip
def test_the_numbers_are_the_whole_of_those_asked_or_heard(
    notified: set[str], missed: set[str], positions: dict[str, str]
) -> None:
    counts = stances(notified, not_notified=missed, positions=positions)
    assert sum(counts.values()) == len(notified | missed | positions.keys())
    assert all(count >= 0 for count in counts.values())


@pytest.mark.parametrize("stance", ["silent", "not_notified", "yes"])
def test_silence_cannot_be_filed(stance: str) -> None:
    with pytest.raises(BadInput) as caught:
        stances(["p"], not_notified=[], positions={"p": stance})
    assert caught.value.params == {"party": "p", "stance": stance}


def test_delegates_come_from_different_oblasts_and_stand_for_the_most_bodies() -> None:
    z = table(
        remark("a", party="p"),
        remark("b", party="q"),
        remark("c", party="r"),
        remark("d", party="s", kind="proposal"),
    )
    rows = [
        Row("1", "art_4", "objection", ("a",)),
        Row("2", "art_4", "objection", ("b", "c", "d")),
    ]
    oblasts = {"p": "osh", "q": "osh", "r": "talas", "s": "naryn"}
    assert default_delegates(rows, remarks=z, oblast_of=oblasts) == ("q", "r")
    assert default_delegates(rows, remarks=z, oblast_of=oblasts, at_most=1) == ("q",)
