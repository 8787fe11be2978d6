"""The drawing of a procedure, made from its data."""

from makul.cases.views.public.flow import (
    added,
    by_lane,
    drawn,
    is_main,
    lanes_of,
    path,
    wrapped,
)
from makul.core.procedure import Clock, Done, Procedure, Step
from makul.law.procedures import KEYS, procedure

MAIN = (
    "submitted accepted screened notified position association_position replied meeting protocol "
    "signed forwarded considered adopted compared"
)


def test_the_main_way_of_the_order() -> None:
    assert [step.key for step in procedure().steps if is_main(step)] == MAIN.split()


def test_stations_stand_in_the_lane_of_who_acts() -> None:
    flow = drawn(procedure(), name=str, term=str)
    assert [one.name for one in flow.stations] == MAIN.split()
    assert len({one.y for one in flow.stations if one.role == "facilitator"}) == 1
    assert [one.name for one in flow.side] == ["appealed"]
    assert flow.side[0].term == "appeal + appeal_decide"


def test_any_procedure_is_drawn() -> None:
    steps = (
        Step("a", ("initiator",)),
        Step("b", ("facilitator",), (Clock(Done("a")),), closes={"*": "end"}),
    )
    flow = drawn(Procedure("p", "1", ("initiator",), steps, {}), name=str, term=str)
    assert (len(flow.stations), flow.side, flow.side_way) == (2, [], "")


def test_a_line_turns_in_round_corners() -> None:
    assert path([(0, 0), (10, 0)]) == "M0 0L10 0"
    assert path([(0, 0), (80, 100)]).count("Q") == 2


def test_words_under_a_station() -> None:
    assert wrapped("Is LSG touched?") == ["Is LSG", "touched?"]
    assert added([]) == ""


def test_every_procedure_fits_its_sheet() -> None:
    for key in KEYS:
        found = procedure(key)
        flow = drawn(found, name=str, term=str)
        acting = {step.by[0] for step in found.steps if is_main(step)}
        assert {role for roles, _top in flow.lanes for role in roles} >= acting
        assert flow.width > 1150
        assert all(y < flow.height for one in flow.stations for y, _line in one.lines)
        assert max(one.x for one in flow.stations) <= flow.width


def test_lanes_are_those_who_take_part() -> None:
    assert by_lane(("lsg", "stranger", "initiator")) == ["initiator", "lsg", "stranger"]
    assert lanes_of(("association", "lsg")) == [("association", "lsg")]
