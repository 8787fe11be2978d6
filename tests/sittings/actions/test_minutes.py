"""The minutes: drafted, corrected by those who were there within the term, answered, approved, frozen."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from makul.bills.models import Attachment
from makul.cases.models import Case
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from makul.notices.models import Notice
from makul.sittings.actions.minutes import (
    answer_correction,
    approve_minutes,
    correct_minutes,
    corrections_until,
    draft_minutes,
)
from makul.sittings.models import Correction, Minutes, Sitting
from tests.scene import Scene, build_scene
from tests.sittings.scene import make_bill
from tests.sittings.sitting_scene import (
    HELD,
    drafted,
    hold,
    invite,
    lines,
    put_item,
    said,
    scheduled,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
UNTIL = date(2026, 11, 3)  # three working days after Thursday 29 October


def held(*, came: bool = True, bill: bool = False) -> tuple[Scene, Sitting]:
    scene = build_scene()
    sitting = scheduled(scene)
    put_item(scene, sitting, bill=make_bill() if bill else None)
    invite(scene, sitting)
    hold(scene, sitting, came=came)
    return scene, Sitting.objects.get()


def correct(
    scene: Scene, minutes: Minutes, *, at: datetime = HELD + 2 * DAY, text: str = "Башкача дедим."
) -> Correction:
    actor = scene.drafter(scene.union)
    return correct_minutes(minutes=minutes, text=text, language="ky", actor=actor, now=at)


def test_the_draft_is_one_step_and_those_who_were_there_are_told_until_when() -> None:
    scene, sitting = held()
    minutes = drafted(scene, sitting)
    assert drafted(scene, sitting) == minutes
    assert Entry.objects.filter(action="minutes_drafted").count() == 1
    letters = Notice.objects.filter(kind="minutes_sent").order_by("party__key")
    assert [one.party.key for one in letters] == ["demo-ministry", "demo-union"]
    assert all("2026-жылдын 3-ноябры" in one.body for one in letters)
    kept = [one.last_day for one in said(sitting, UNTIL).kept if one.step == "minutes_corrected"]
    assert (corrections_until(sitting, drafted_on=date(2026, 10, 29)), kept) == (UNTIL, [UNTIL] * 2)


def test_where_the_days_off_are_not_known_no_last_day_is_told() -> None:
    _scene, sitting = held()
    assert corrections_until(sitting, drafted_on=date(2090, 1, 2)) is None


def test_there_are_no_minutes_of_what_was_not_held() -> None:
    scene = build_scene()
    sitting = scheduled(scene)
    with pytest.raises(BadInput, match="sitting_not_held"):
        draft_minutes(sitting=sitting, actor=scene.drafter(scene.committee), now=HELD)


def test_one_who_was_there_corrects_and_the_same_words_twice_are_one() -> None:
    scene, sitting = held()
    minutes = drafted(scene, sitting)
    assert correct(scene, minutes) == correct(scene, minutes, text=" Башкача дедим. ")
    correct(scene, minutes, text="Дагы бир оңдоо.")
    assert minutes.corrections.count() == 2
    assert Entry.objects.filter(action="minutes_corrected", party="demo-union").count() == 2


def test_one_who_was_not_there_corrects_nothing() -> None:
    scene, sitting = held(came=False)
    minutes = drafted(scene, sitting)
    with pytest.raises(NotAllowed, match="was_not_present"):
        correct(scene, minutes)
    with pytest.raises(NotAllowed, match="wrong_role"):
        correct_minutes(
            minutes=minutes, text="а", language="ky", actor=scene.signatory(scene.panel), now=HELD
        )


def test_after_the_term_nothing_is_corrected() -> None:
    scene, sitting = held()
    minutes = drafted(scene, sitting)
    last = datetime.fromisoformat("2026-11-03T23:59+06:00")
    correct(scene, minutes, at=last)
    with pytest.raises(BadInput, match="correction_term_over"):
        correct(scene, minutes, at=last + timedelta(minutes=1), text="Кеч калды.")


@pytest.mark.parametrize(
    ("text", "code"), [(" ", "no_text_given"), ("а" * 20_001, "too_long")], ids=["none", "long"]
)
def test_a_correction_says_something_and_ends(text: str, code: str) -> None:
    scene, sitting = held()
    minutes = drafted(scene, sitting)
    with pytest.raises(BadInput, match=code):
        correct(scene, minutes, text=text)


def test_each_correction_is_answered_before_the_minutes_are_approved() -> None:
    scene, sitting = held()
    minutes = drafted(scene, sitting)
    correction = correct(scene, minutes)
    actor, signs = scene.drafter(scene.committee), scene.signatory(scene.committee)
    at = HELD + 8 * DAY
    with pytest.raises(BadInput, match="corrections_waiting"):
        approve_minutes(minutes=minutes, actor=signs, now=at)
    with pytest.raises(BadInput, match="give_a_reason"):
        answer_correction(correction=correction, is_taken=False, answer=" ", actor=actor, now=at)
    answer_correction(
        correction=correction, is_taken=False, answer="Жазууда башкача.", actor=actor, now=at
    )
    approve_minutes(minutes=minutes, actor=signs, now=at)
    correction.refresh_from_db()
    assert (correction.is_taken, correction.answer) == (False, "Жазууда башкача.")
    entry = Entry.objects.get(action="correction_answered")
    assert (entry.to, entry.value) == ("demo-union", "declined")
    with pytest.raises(BadInput, match="minutes_approved"):
        answer_correction(
            correction=Correction.objects.get(), is_taken=True, answer="", actor=actor, now=at
        )


def test_approved_they_are_frozen_and_lie_in_the_dossier_of_the_bill() -> None:
    scene, sitting = held(bill=True)
    minutes = drafted(scene, sitting)
    signs = scene.signatory(scene.committee)
    approved = approve_minutes(minutes=minutes, actor=signs, now=HELD + 8 * DAY)
    again = approve_minutes(minutes=minutes, actor=signs, now=HELD + 9 * DAY)
    assert (again.approved_at, again.sha256) == (HELD + 8 * DAY, approved.sha256)
    assert approved.document
    files = {v.language: v.file_name for v in approved.document.versions.all()}
    assert files == {
        "ky+ru": f"minutes-{sitting.number}.pdf",
        "ky": f"minutes-{sitting.number}-ky.docx",
        "ru": f"minutes-{sitting.number}-ru.docx",
    }
    assert approved.sha256 == approved.document.versions.get(language="ky+ru").blob_id
    attached = Attachment.objects.get()
    assert (attached.kind, attached.document, attached.case) == (
        "minutes",
        approved.document,
        sitting.case,
    )
    case = Case.objects.get(pk=sitting.case_id)
    assert (case.outcome, lines(said(sitting, date(2026, 11, 10)).breaches)) == (
        "minutes_approved",
        [],
    )
    with pytest.raises(BadInput, match="minutes_approved"):
        correct(scene, Minutes.objects.get())


def test_approved_early_the_right_to_correct_was_cut_short_and_that_is_on_record() -> None:
    scene, sitting = held()
    minutes = drafted(scene, sitting)
    approve_minutes(minutes=minutes, actor=scene.signatory(scene.committee), now=HELD + 2 * DAY)
    breaches = said(sitting, UNTIL).breaches
    assert sorted((b.kind, b.party, b.duty) for b in breaches) == [
        ("skipped", "demo-ministry", None),
        ("skipped", "demo-union", None),
    ]


def test_approval_is_signed_by_the_house() -> None:
    scene, sitting = held()
    minutes = drafted(scene, sitting)
    with pytest.raises(NotAllowed, match="may_not_sign"):
        approve_minutes(minutes=minutes, actor=scene.drafter(scene.committee), now=HELD + 8 * DAY)
    with pytest.raises(NotAllowed, match="wrong_role"):
        approve_minutes(minutes=minutes, actor=scene.signatory(scene.union), now=HELD + 8 * DAY)


def test_minutes_that_nobody_drafts_are_late_on_record() -> None:
    scene, sitting = held()
    drafted(scene, sitting, at=HELD + 10 * DAY)
    assert lines(said(sitting, (HELD + 10 * DAY).date()).breaches) == [
        "late minutes_drafted 2026-11-02"
    ]
