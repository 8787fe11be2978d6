"""The proof finds what is wrong with a procedure, by search over the states of its cases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from makul.core.procedure import (
    ByAll,
    Clock,
    Done,
    Filed,
    Length,
    Missed,
    Named,
    Over,
    Own,
    Point,
    Procedure,
    Silence,
    Step,
    When,
)
from makul.core.proof import Setting, check, faults_of, measure, owing_roles, settings

DEEMED, GOES_ON = Silence("deemed"), Silence("goes_on")
END = {"*": "met"}
SOUND = Procedure(
    key="letter",
    edition="test",
    roles=("writer", "reader"),
    steps=(
        Step("sent", ("writer",), to=("reader",), duty="d"),
        Step("read", ("reader",), (Clock(Own("sent"), "read"),), each=True, silence=GOES_ON),
        Step(
            "answered",
            ("reader",),
            (Clock(Over("read"), "answer"),),
            silence=DEEMED,
            closes={"*": "answered"},
        ),
    ),
    terms={"read": Length(3, 2), "answer": Length(5, 1)},
    goal="answered",
)


def changed(key: str, **changes: object) -> Procedure:
    """The sound procedure with one step made otherwise."""
    steps = tuple(replace(s, **changes) if s.key == key else s for s in SOUND.steps)  # type: ignore[arg-type]
    return replace(SOUND, steps=steps)


def clock(point: Point, term: str | None = None) -> tuple[Clock, ...]:
    return (Clock(point, term),)


def test_a_sound_procedure_is_proved() -> None:
    report = check(SOUND)
    assert (report.is_sound, report.outcomes, report.unreachable) == (True, ("answered",), ())


def test_a_step_that_silence_leaves_owed_is_a_dead_end() -> None:
    report = check(changed("answered", silence=Silence("nothing"), duty="d"))
    assert [end.split(":")[0] for end in report.dead_ends] == ["answered"] * len(report.dead_ends)
    assert report.dead_ends


def test_a_step_nobody_can_come_to_is_named() -> None:
    step = Step("praised", ("writer",), clock(When(Filed("read", ("gold",)), Done("read"))))
    assert check(replace(SOUND, steps=(*SOUND.steps, step))).unreachable == ("praised",)


@pytest.mark.parametrize(
    ("procedure", "fault"),
    [
        (changed("read", clocks=clock(Done("answered"), "read")), "read waits for itself"),
        (changed("read", clocks=clock(Done("nothing"), "read")), "read: no step nothing"),
        (changed("read", clocks=clock(Own("sent"), "never")), "read: no term never"),
        (changed("read", side=True), "answered waits for read, which is a side road"),
        (SOUND.with_terms({"read": Length(0, 0)}), "term read is 0, on the short track 0"),
        (SOUND.with_terms({"read": Length(2, 3)}), "term read is 2, on the short track 3"),
        (SOUND.with_terms({"read": Length(900, 2)}), "term read is 900, on the short track 2"),
    ],
    ids=str,
)
def test_what_is_wrongly_put_together_is_told(procedure: Procedure, fault: str) -> None:
    assert fault in list(faults_of(procedure))
    assert not check(procedure).is_sound


def test_a_waiting_time_shorter_than_the_way_is_told() -> None:
    wait = Step(
        "lapsed", ("writer",), clock(Missed("answered"), "lapse"), waits=True, silence=DEEMED
    )
    procedure = replace(
        SOUND,
        steps=(*SOUND.steps, wait),
        terms={**SOUND.terms, "lapse": Length(1, 1, "mo"), "read": Length(30, 2)},
    )
    assert list(faults_of(procedure)) == ["term lapse may run out before the way to the end of it"]


@pytest.mark.parametrize(("track", "days"), [("ordinary", 3), ("short", 2)])
def test_the_longest_way_counts_whole_terms_and_no_day_between_them(track: str, days: int) -> None:
    """The goal opens when the reading is over: after its term, however it ended."""
    found = measure(SOUND, Setting(SOUND.roles, track=track, is_late=False), goal="answered")
    assert dict(found.ways) == {frozenset(): days}


def test_the_kinds_of_case_are_those_a_procedure_asks_about() -> None:
    assert list(settings(SOUND)) == [Setting(SOUND.roles, 0, 0)]


def test_a_procedure_that_names_a_day_is_walked_with_a_day_ahead_and_one_too_near() -> None:
    rules = Procedure(
        key="summons",
        edition="test",
        roles=("desk", "body"),
        steps=(
            Step("planned", ("desk",), duty="d"),
            Step(
                "summoned",
                ("desk",),
                (Clock(Done("planned"), "summon", before=Named("planned")),),
                to=("body",),
                until=Done("met"),
                duty="d",
            ),
            Step("met", ("desk",), (Clock(ByAll("summoned")),), opens=Done("planned"), closes=END),
            Step(
                "lapsed",
                ("desk",),
                (Clock(Named("planned"), "lapse"),),
                silence=DEEMED,
                optional=True,
                in_turn=True,
                waits=True,
                closes={"*": "lapsed"},
            ),
        ),
        terms={"summon": Length(3, 2), "lapse": Length(20, 20, "cd")},
    )
    report = check(rules)
    assert (report.is_sound, report.outcomes) == (True, ("lapsed", "met"))
    wrong = rules.with_terms({"summon": Length(1, 1, "mo"), "lapse": Length(4, 4, "cd")})
    assert tuple(faults_of(wrong)) == ("summoned: a term counted back is in working days",)
    short = rules.with_terms({"lapse": Length(4, 4, "cd")})  # not three working days
    assert tuple(faults_of(short)) == ("term lapse may run out before the way to the end of it",)


@pytest.mark.parametrize(
    ("read", "roles", "days"),
    [(4, ("writer", "union"), 1 + 6), (8, ("writer", "reader", "union"), 1 + 8 + 2)],
)
def test_whose_term_holds_back_anothers_is_walked_with(
    read: int, roles: tuple[str, ...], days: int
) -> None:
    """The union's six days end at the earliest two days after the reader's four, or eight."""
    held = Procedure(
        key="letter",
        edition="test",
        roles=("writer", "reader", "union"),
        steps=(
            Step("opened", ("writer",), duty="d"),
            Step(
                "sent", ("writer",), clock(Done("opened"), "send"), to=("reader", "union"), duty="d"
            ),
            Step("read", ("reader",), clock(Own("sent"), "read"), each=True, silence=GOES_ON),
            Step(
                "merged",
                ("union",),
                (Clock(Own("sent"), "merge", floor=("least", "read")),),
                each=True,
                silence=GOES_ON,
                duty="d",
            ),
            Step("ended", ("writer",), (Clock(Over("merged")),), closes=END, duty="d"),
        ),
        terms={
            "send": Length(1, 1),
            "read": Length(read, 4),
            "least": Length(2, 2),
            "merge": Length(6, 6),
        },
        reaches="sent",
        goal="ended",
    )
    assert owing_roles(held) == roles
    found = measure(held, Setting(owing_roles(held), is_late=False), goal="ended")
    assert found.ways == {frozenset(): days}
