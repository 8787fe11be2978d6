"""Opening: numbers in their order, one role a party, agreements by their days, bodies that join."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from makul.cases.actions.opening import (
    Opening,
    agreement_of,
    join_case,
    leave_agreement,
    make_agreement,
    next_number,
    open_case,
    set_circle,
)
from makul.cases.models import Agreement, Case
from makul.cases.queries.judging import role_of
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.parties.models import Party
from tests.scene import START, Scene, build_scene, make_mandate, make_party, notified, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


def test_numbers_follow_one_another_within_a_year(scene: Scene) -> None:
    numbers = [submitted(scene).number, submitted(scene).number]
    assert numbers == ["2026-0001", "2026-0002"]
    assert next_number(START + timedelta(days=200)) == "2027-0001"


def test_a_party_has_one_role(scene: Scene) -> None:
    roles = {"initiator": [scene.ministry], "decider": [scene.ministry]}
    opening = Opening("law", "ordinary", "Мыйзам", "", roles)
    with pytest.raises(BadInput) as refused:
        open_case(opening=opening, actor=scene.signatory(scene.ministry), now=START)
    assert (refused.value.code, Case.objects.count()) == ("two_roles", 0)


def test_an_agreement_holds_from_its_signing_until_it_is_left(scene: Scene) -> None:
    scene.agreement.left_on = date(2026, 9, 1)
    scene.agreement.save()
    days = (date(2019, 12, 31), date(2026, 8, 31), date(2026, 9, 1))
    found = [agreement_of(initiator=scene.ministry, on=day) for day in days]
    assert found == [None, scene.agreement, None]


def test_an_agreement_on_one_procedure_binds_in_no_other(scene: Scene) -> None:
    def found(procedure: str) -> Agreement | None:
        day = date(2026, 8, 31)
        return agreement_of(initiator=scene.ministry, on=day, procedure=procedure)

    assert (found("npa"), found("sitting")) == (scene.agreement, None)


def test_an_agreement_is_entered_with_its_terms(scene: Scene) -> None:
    other = make_party("demo-other", Party.Kind.MINISTRY)
    agreement = Agreement(
        procedure="npa",
        edition="2026-proposed",
        initiator=other,
        association=scene.union,
        facilitator=scene.desk,
        appeal_body=scene.panel,
        document="№ 7",
        signed_on=date(2026, 1, 1),
        terms={"position": {"ordinary": 20}},
    )
    make_agreement(agreement=agreement, now=START)
    entry = Entry.objects.get(subject=f"agreement:{agreement.pk}")
    assert (entry.party, entry.data["terms"]) == ("demo-other", {"position": {"ordinary": 20}})


def test_a_body_not_asked_joins_once(scene: Scene) -> None:
    case = notified(scene)
    body = make_party("demo-late", Party.Kind.KENESH)
    actor = make_mandate(body, signs=False)
    seats = [join_case(case=case, actor=actor, now=START) for _time in (1, 2)]
    assert (seats[0], role_of(case, body)) == (seats[1], "lsg")
    assert Entry.objects.filter(subject=case.subject, action="joined").count() == 1


def test_a_ministry_does_not_join(scene: Scene) -> None:
    case = notified(scene)
    actor = make_mandate(make_party("demo-other", Party.Kind.MINISTRY), signs=True)
    with pytest.raises(BadInput) as refused:
        join_case(case=case, actor=actor, now=START)
    assert refused.value.code == "not_a_local_body"


def test_those_in_the_circle_stay_and_others_are_added(scene: Scene) -> None:
    case = notified(scene)
    more = make_party("demo-more", Party.Kind.EXECUTIVE)
    bodies = [*scene.bodies, more]
    assert set_circle(case=case, bodies=bodies, actor=scene.drafter(scene.desk), now=START) == 1
    with pytest.raises(NotAllowed):
        set_circle(case=case, bodies=bodies, actor=make_mandate(more, signs=True), now=START)


def test_a_side_leaves_an_agreement_with_one_entry_and_cases_begun_keep_it(scene: Scene) -> None:
    case, day = submitted(scene), date(2027, 1, 1)
    head = make_mandate(scene.union, signs=True)
    leave_agreement(agreement=scene.agreement, on=day, actor=head, now=START)
    entry = Entry.objects.get(action="agreement_left")
    assert (entry.party, entry.value) == (scene.union.key, "2027-01-01")
    assert agreement_of(initiator=scene.ministry, on=day) is None
    assert Case.objects.get(pk=case.pk).agreement == scene.agreement
    with pytest.raises(BadInput, match="agreement_left"):
        leave_agreement(agreement=scene.agreement, on=day, actor=None, now=START)


def test_only_a_side_leaves_and_not_before_it_signed(scene: Scene) -> None:
    before = scene.agreement.signed_on - timedelta(days=1)
    with pytest.raises(BadInput, match="days_reversed"):
        leave_agreement(agreement=scene.agreement, on=before, actor=None, now=START)
    stranger = make_mandate(make_party("other-ministry", "ministry"), signs=True)
    with pytest.raises(NotAllowed, match="wrong_role"):
        leave_agreement(agreement=scene.agreement, on=date(2027, 1, 1), actor=stranger, now=START)
    assert not Entry.objects.filter(action="agreement_left").exists()
