"""What a person finds of a bill is on record, and what follows from it is raised at once."""

from __future__ import annotations

import pytest

from makul.bills.actions.events import note_event
from makul.bills.actions.finding import find_touching, match_case, refuse_suggestion
from makul.bills.models import Alert, Suggestion
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from tests.bills.making import NOW, make_bill
from tests.scene import Scene, build_scene, notified

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


def test_a_yes_raises_what_the_events_call_for_and_a_no_nothing(scene: Scene) -> None:
    bill = make_bill(touches="unknown", interests=[], hints={})
    note_event(
        bill=bill,
        kind="agenda_changed",
        on=NOW.date(),
        key="a",
        told_by="kenesh",
        actor=None,
        now=NOW,
    )
    assert not Alert.objects.exists()
    actor = scene.drafter(scene.desk)
    find_touching(bill=bill, touches="no", actor=actor, now=NOW)
    assert not Alert.objects.exists()
    find_touching(bill=bill, touches="yes", interests=["money", "duty"], actor=actor, now=NOW)
    assert sorted(Alert.objects.values_list("kind", flat=True)) == ["agenda_change", "no_case"]
    bill.refresh_from_db()
    assert (bill.touches, bill.interests, bill.screened_by) == ("yes", ["duty", "money"], actor)
    entry = Entry.objects.last()
    assert entry is not None and (entry.action, entry.value) == ("bill_screened", "yes")


def test_who_may_not(scene: Scene) -> None:
    bill = make_bill()
    with pytest.raises(NotAllowed, match="wrong_role"):
        find_touching(bill=bill, touches="no", actor=scene.signatory(scene.ministry), now=NOW)
    with pytest.raises(BadInput, match="unknown_finding"):
        find_touching(bill=bill, touches="maybe", actor=scene.drafter(scene.desk), now=NOW)
    real = make_bill("6-9", is_demonstration=False)
    with pytest.raises(BadInput, match="other_world"):
        find_touching(bill=real, touches="no", actor=scene.drafter(scene.desk), now=NOW)


def test_a_case_is_matched_taken_back_and_refused(scene: Scene) -> None:
    case, bill = notified(scene), make_bill()
    actor = scene.drafter(scene.desk)
    suggestion = Suggestion.objects.create(bill=bill, case=case, likeness=80)
    refuse_suggestion(suggestion=suggestion, actor=actor, now=NOW)
    assert Suggestion.objects.get().is_refused
    match_case(bill=bill, case=case, actor=actor, now=NOW)
    assert (bill.case, bill.matched_by, Alert.objects.count()) == (case, "hand", 0)
    match_case(bill=bill, case=None, actor=actor, now=NOW)
    bill.refresh_from_db()
    assert (bill.case, bill.matched_by) == (None, "")
    assert Alert.objects.get().kind == "no_case"
    case.procedure = "sitting"
    case.save()
    with pytest.raises(BadInput, match="not_a_conciliation"):
        match_case(bill=bill, case=case, actor=actor, now=NOW)
