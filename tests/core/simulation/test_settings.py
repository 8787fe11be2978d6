"""Every number of the settings says its unit and its limits, and holds to them."""

from __future__ import annotations

import pytest

from makul.core.errors import BadInput
from makul.core.simulation import Bodies, Habit, Office, Settings, check_settings
from makul.core.simulation.settings import limits


@pytest.mark.parametrize("kind", [Settings, Bodies, Office, Habit])
def test_each_default_lies_within_its_limits(kind: type) -> None:
    for name, told, default in limits(kind):
        assert told["least"] <= default <= told["most"], name
        assert told["unit"]
        assert told["about"]


def test_the_defaults_can_be_played() -> None:
    check_settings(Settings())


@pytest.mark.parametrize(
    "habit",
    [
        Habit(chance=0.9, instead={"returned": 0.2}),
        Habit(instead={"returned": 0.1}),
    ],
)
def test_a_step_and_what_is_done_instead_are_no_more_than_the_whole(habit: Habit) -> None:
    with pytest.raises(BadInput) as refused:
        check_settings(Settings(habits={"accepted": habit}))
    assert refused.value.params == {"names": "accepted.chance and accepted.returned"}


def test_a_share_of_a_value_is_a_share() -> None:
    with pytest.raises(BadInput) as refused:
        check_settings(Settings(habits={"screened": Habit(values={"exempt": 2})}))
    assert (refused.value.params["name"], refused.value.params["most"]) == ("screened.exempt", 1)
