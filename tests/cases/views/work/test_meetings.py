"""The meeting through its pages: invited, then recorded row by row."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from makul.cases.models import Case, Meeting, MeetingTask, Reply, RowResult
from makul.parties.models import KeptForm
from tests.scene import Scene, answer, browser

pytestmark = pytest.mark.django_db


def url(name: str, case: Case) -> str:
    return reverse(name, args=[case.number])


def local(days: int) -> str:
    return timezone.localtime(timezone.now() + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def record(scene: Scene, **more: str) -> dict[str, str]:
    return {
        "do": "save",
        "held_at": local(0),
        "count": "2",
        "p0-party": scene.ministry.key,
        "p0-office": "башчы",
        "p0-may_decide": "on",
        "p1-party": scene.union.key,
        "p1-office": "директор",
        "row1-is_settled": "yes",
        "row1-wording_ky": "Макулдашылган",
        "row3-is_settled": "no",
        **more,
    }


@pytest.fixture
def invited(scene: Scene, answered: Case) -> Case:
    data = {"planned_at": local(7), "place": "Бишкек"}
    done = browser(scene.drafter(scene.desk)).post(url("meeting_invite", answered), data)
    assert done.status_code == 303
    return answered


def test_a_meeting_is_recorded_and_a_row_settled(scene: Scene, invited: Case) -> None:
    client = browser(scene.drafter(scene.desk))
    assert client.post(url("meeting_hold", invited), record(scene)).status_code == 303
    meeting = Meeting.objects.get()
    assert (meeting.has_quorum, meeting.presences.count()) == (True, 2)
    settled = {one.row.number: one.is_settled for one in meeting.results.select_related("row")}
    assert settled == {1: True, 3: False}


def test_a_settled_row_needs_its_wording(scene: Scene, invited: Case) -> None:
    data = record(scene, **{"row1-wording_ky": "", "row1-note_ky": "Узун жүйө"})
    page = browser(scene.drafter(scene.desk)).post(url("meeting_hold", invited), data)
    assert (page.status_code, "Узун жүйө" in page.content.decode()) == (422, True)
    assert Meeting.objects.get().held_at is None


def test_one_more_line_keeps_what_is_typed(scene: Scene, invited: Case) -> None:
    client, hold = browser(scene.drafter(scene.desk)), url("meeting_hold", invited)
    done = client.post(hold, record(scene, do="add"))
    assert (done.status_code, done.url) == (303, f"{hold}#h-present")
    page = client.get(hold)
    text = page.content.decode()
    assert len(page.context["forms"].presences) == 3
    assert ("директор" in text, "Макулдашылган" in text) == (True, True)
    assert Meeting.objects.get().held_at is None


def test_the_record_goes_on_where_it_was_left_and_is_closed_once(
    scene: Scene, invited: Case
) -> None:
    client, hold = browser(scene.drafter(scene.desk)), url("meeting_hold", invited)
    client.post(hold, record(scene, do="keep"))
    assert "Макулдашылган" in client.get(hold).content.decode()
    done = client.post(hold, record(scene))
    assert done.url == reverse("minutes", args=[invited.number, Meeting.objects.get().pk])
    assert KeptForm.objects.count() == 0


def test_a_row_by_itself_goes_into_the_same_record(scene: Scene, invited: Case) -> None:
    client = browser(scene.drafter(scene.desk))
    client.post(url("meeting_hold", invited), record(scene, do="keep"))
    first, second = (reverse("meeting_row", args=[invited.number, n]) for n in (1, 3))
    assert "Макулдашылган" in client.get(first).content.decode()
    given = {"row1-is_settled": "yes", "row1-wording_ru": "Иначе", "do": "save"}
    assert client.post(first, given).url == second
    assert client.post(second, {"row3-is_settled": "no", "do": "save"}).url.endswith("#h-b")
    text = client.get(url("meeting_hold", invited)).content.decode()
    assert ("Иначе" in text, "директор" in text) == (True, True)


def test_a_settled_row_by_itself_needs_its_wording_too(scene: Scene, invited: Case) -> None:
    row = reverse("meeting_row", args=[invited.number, 1])
    page = browser(scene.drafter(scene.desk)).post(row, {"row1-is_settled": "yes", "do": "save"})
    assert (page.status_code, KeptForm.objects.count()) == (422, 0)


@pytest.mark.parametrize("name", ["meeting_hold", "meeting_row"])
def test_a_wording_is_taken_with_one_button(scene: Scene, invited: Case, name: str) -> None:
    row = invited.rows.get(number=1)
    row.wording_ky, row.wording_ru = "Жергиликтүү редакция", "Местная редакция"
    row.save()
    args = [invited.number] if name == "meeting_hold" else [invited.number, 1]
    client, page = browser(scene.drafter(scene.desk)), reverse(name, args=args)
    client.post(page, record(scene, do="take-1-lsg"))
    text = client.get(page).content.decode()
    assert [text.count(words) for words in ("Жергиликтүү редакция", "Местная редакция")] == [2, 2]


def test_tasks_have_a_party_and_words(scene: Scene, invited: Case) -> None:
    client, hold = browser(scene.drafter(scene.desk)), url("meeting_hold", invited)
    task = {"tasks": "1", "t0-text_ru": "Уточнить расчёт"}
    assert client.post(hold, record(scene, **task)).status_code == 422
    assert client.post(hold, record(scene, **task, **{"t0-party": scene.ministry.key})).status_code
    [kept] = MeetingTask.objects.all()
    assert (kept.party, kept.text_ru, kept.due_on) == (scene.ministry, "Уточнить расчёт", None)


@pytest.fixture
def near(scene: Scene, spoken: Case, at: datetime) -> Case:
    """Row 1 is taken into account in part with a wording, and the meeting is invited."""
    answer(scene, spoken, at=at + timedelta(days=2))
    Reply.objects.filter(row__case=spoken, row__number=1).update(
        kind="partly", wording_ky="Жакын редакция", wording_ru="Близкая редакция"
    )
    data = {"planned_at": local(7), "place": "Бишкек"}
    browser(scene.drafter(scene.desk)).post(url("meeting_invite", spoken), data)
    return spoken


def test_near_rows_stand_in_the_consent_list(scene: Scene, near: Case) -> None:
    page = browser(scene.drafter(scene.ministry)).get(url("meeting_agenda", near))
    agenda = page.context["agenda"]
    parts = [[one.row.number for one in rows] for rows in (agenda.consent, agenda.disputed)]
    assert parts == [[1], [3]]
    assert "Жакын редакция" in page.content.decode()


def test_a_side_moves_a_row_to_the_discussion(scene: Scene, near: Case) -> None:
    agenda = url("meeting_agenda", near)
    assert browser(scene.drafter(scene.union)).post(agenda, {"row": "1"}).status_code == 303
    found = browser(scene.drafter(scene.desk)).get(agenda).context["agenda"]
    assert ([*found.consent], len(found.disputed)) == ([], 2)
    assert browser(scene.drafter(scene.union)).post(agenda, {"row": "1"}).status_code == 422
    assert browser(scene.drafter(scene.union)).post(agenda, {"row": "9x"}).status_code == 404


def test_a_row_may_be_moved_before_the_invitation_and_in_the_room(scene: Scene, near: Case) -> None:
    client, hold = browser(scene.drafter(scene.desk)), url("meeting_hold", near)
    assert client.post(hold, record(scene, do="move-1")).url == f"{hold}#h-row1"
    page = client.get(hold)
    assert [one.row.number for one, _own in page.context["pairs"]] == [1, 3]
    assert "директор" in page.content.decode()
    client.post(url("meeting_invite", near), {"planned_at": local(8)})
    assert client.get(url("meeting_agenda", near)).context["agenda"].consent == []


def test_the_consent_list_is_taken_in_one_go(scene: Scene, near: Case) -> None:
    data = record(scene, is_consent_taken="on")
    client = browser(scene.drafter(scene.desk))
    assert client.post(url("meeting_hold", near), data).status_code == 303
    [first, second] = RowResult.objects.order_by("row__number")
    assert (first.is_settled, first.wording_ky, second.is_settled) == (
        True,
        "Жакын редакция",
        False,
    )


@pytest.mark.parametrize(("name", "kind"), [("ky-ru", "pdf"), ("ky", "docx"), ("ru", "docx")])
def test_the_agenda_is_a_file_too(scene: Scene, near: Case, name: str, kind: str) -> None:
    page = browser(scene.drafter(scene.ministry)).get(
        reverse("agenda_file", args=[near.number, name, kind])
    )
    assert (page.status_code, page.content[:2]) == (200, b"%P" if kind == "pdf" else b"PK")


def test_without_a_meeting_the_agenda_says_what_will_come(scene: Scene, answered: Case) -> None:
    page = browser(scene.drafter(scene.ministry)).get(url("meeting_agenda", answered))
    assert "No meeting is invited" in page.content.decode()
    absent = reverse("agenda_file", args=[answered.number, "ky", "pdf"])
    assert browser(scene.drafter(scene.ministry)).get(absent).status_code == 404


def test_a_day_past_is_refused_on_the_form(scene: Scene, answered: Case) -> None:
    data = {"planned_at": local(-1), "place": "Бишкек"}
    page = browser(scene.drafter(scene.desk)).post(url("meeting_invite", answered), data)
    assert (page.status_code, Meeting.objects.count()) == (422, 0)


def test_without_an_invitation_one_is_asked_for_first(scene: Scene, answered: Case) -> None:
    client = browser(scene.drafter(scene.desk))
    assert client.get(url("meeting_hold", answered)).url == url("meeting_invite", answered)
