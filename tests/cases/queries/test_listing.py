"""Lists of cases from their cached columns."""

from datetime import timedelta

import pytest

from makul.cases.actions.outcomes import record_adoption
from makul.cases.models import Case
from makul.cases.queries.listing import cases_in, lines_of, sought, state_counts
from tests.scene import START, build_scene, file, notified, submitted

pytestmark = pytest.mark.django_db


def test_states_and_their_counts_agree() -> None:
    scene = build_scene(bodies=1)
    running = notified(scene)
    past = submitted(scene)
    record_adoption(
        case=past,
        decider=scene.committee,
        files=[],
        actor=scene.drafter(scene.desk),
        now=START + timedelta(days=9),
    )
    counts = state_counts()
    assert {name: cases_in(name).count() for name in counts if name != "all"} == {
        name: n for name, n in counts.items() if name != "all"
    }
    assert list(cases_in("bypassed")) == list(cases_in("adopted")) == [past]
    assert list(cases_in("open")) == [running]
    assert counts["all"] == cases_in("no such state").count() == 2


def test_who_was_asked_and_answered_is_counted_by_case(django_assert_num_queries) -> None:
    scene = build_scene(bodies=3)
    first, second = notified(scene), notified(scene)
    file(scene, first, scene.bodies[0], "agreed")
    file(scene, first, scene.union, "agreed")  # the association is not one of the bodies
    cases = list(Case.objects.order_by("pk"))
    with django_assert_num_queries(3):
        lines = lines_of(cases)
    assert [(one.case, one.asked, one.answered, one.initiator) for one in lines] == [
        (first, 3, 1, scene.ministry),
        (second, 3, 0, scene.ministry),
    ]


def test_every_word_is_sought_in_any_language_and_without_kyrgyz_letters() -> None:
    case = submitted(build_scene(bodies=1))
    for text in ("көчө", "КОЧО жарыгы", "уличном", case.number, case.number[-2:]):
        assert sought(text) == [case.pk], text
    assert sought("көчө пастбища") == []
