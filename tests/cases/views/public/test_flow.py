"""The drawing of a procedure, made from its data."""

from makul.cases.views.public.flow import added, drawn, is_main, path, wrapped
from makul.core.procedure import Clock, Done, Procedure, Step
from makul.law.procedures import procedure

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
