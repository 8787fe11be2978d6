"""What came of a case: the meeting with its rows, the protocol with its signatures, what was decided."""

from datetime import timedelta

from django.utils import timezone

from makul.cases.models import Decision, Meeting, RowResult
from makul.cases.models.minutes import Correction, MeetingTask
from makul.cases.models.settling import Presence, Signature


def page(case) -> str:
    return f"/cases/{case.number}/outcome/"


def test_before_anything_came_of_it_the_page_says_what_comes_when(running, read) -> None:
    text = read(page(running))
    assert "No meeting has been called" in text
    assert "There is no protocol yet" in text


def test_the_protocol_names_those_who_signed_and_those_who_refused(scene, finished, read) -> None:
    protocol = finished.protocol
    for party, is_refused in ((scene.ministry, False), (scene.union, True)):
        Signature.objects.create(
            protocol=protocol,
            party=party,
            mandate=scene.signatory(party),
            at=timezone.now(),
            is_refused=is_refused,
            reason="the sums are missing" if is_refused else "",
            sha256="0" * 64,
            method="account",
        )
    text = read(page(finished))
    assert "Protocol of disagreements" in text
    assert "refused the sums are missing" in text
    assert text.index("signed") < text.index("refused")


def test_a_meeting_lays_open_rows_tasks_and_corrections(scene, finished, read) -> None:
    row = finished.rows.order_by("number").first()
    meeting = Meeting.objects.create(
        case=finished,
        planned_at=timezone.now() - timedelta(days=70),
        invited_at=timezone.now() - timedelta(days=75),
        held_at=timezone.now() - timedelta(days=70),
        place="Bishkek, hall 2",
        record_ky="Кеңешме өттү.",
        record_ru="Совещание состоялось.",
    )
    Presence.objects.create(meeting=meeting, party=scene.ministry, office="Deputy minister")
    RowResult.objects.create(meeting=meeting, row=row, is_settled=True, wording_ru="реестр ведёт")
    MeetingTask.objects.create(meeting=meeting, party=scene.ministry, text_ru="уточнить расчёт")
    Correction.objects.create(
        meeting=meeting,
        party=scene.union,
        by=scene.signatory(scene.union),
        language="ru",
        text="я сказал иначе",
        at=timezone.now(),
    )
    text = read(page(finished))
    for told in (
        "Bishkek, hall 2",
        "settled: 1 of 1",
        "Deputy minister, demo-ministry (en)",
        "Совещание состоялось.",
        "реестр ведёт",
        "уточнить расчёт",
        "я сказал иначе",
    ):
        assert told in text


def test_what_the_decider_took_stands_by_row_with_its_reason(scene, finished, read) -> None:
    row = finished.rows.order_by("number").first()
    Decision.objects.create(
        row=row, party=scene.committee, taken="lsg", reason_ru="есть средства", at=timezone.now()
    )
    text = read(page(finished))
    assert "The position of local self-government was taken." in text
    assert "есть средства" in text


def test_queries_are_few(finished, read, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(12):
        read(page(finished))
