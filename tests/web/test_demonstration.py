"""The demonstration as it is loaded: its numbers, its one finished case, and work for every role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from makul.bills.models import Alert, Attachment, Bill
from makul.budget.queries.listing import all_years
from makul.budget.queries.signing import closing_of
from makul.cases.models import BoardDecision, Case, Position, Protocol, Row
from makul.cases.queries.board import open_votes
from makul.cases.queries.judging import status_of
from makul.cases.queries.reach import reach_of
from makul.cases.queries.texts import draft_versions
from makul.cases.queries.work import agenda_of
from makul.core.procedure import Status
from makul.documents.models import Document, Provision, Version
from makul.drafts.models import DraftAct
from makul.journal.models import Entry
from makul.parties.models import Mandate, Party
from makul.sittings.models import Dissent, Opinion, Reading, Sitting
from makul.web import demonstration
from makul.web.demonstration.bodies import NUMBER_OF, UNREACHED
from makul.web.demonstration.texts import DATA

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.get_default_timezone())
TODAY = NOW.date()


@pytest.fixture(scope="module", autouse=True)
def told(
    django_db_setup: None, django_db_blocker: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[str]]:
    """The real thing, loaded once for all tests of this file and taken back after them."""
    folder: Path = tmp_path_factory.mktemp("demonstration")
    said: list[str] = []
    settings = override_settings(MAKUL_VAR=folder, MAKUL_MAIL_FOLDER=folder / "mail")
    with django_db_blocker.unblock(), settings, transaction.atomic():  # type: ignore[attr-defined]
        demonstration.load(said.append, now=NOW)
        yield said
        transaction.set_rollback(True)


def named(text: str) -> Case:
    return Case.objects.get(title_ru__contains=text)


def judged(case: Case) -> Status:
    return status_of(case, today=TODAY)


@pytest.fixture
def finished() -> Case:
    return named("уличного освещения")


def sample(name: str) -> list[dict]:
    return yaml.safe_load((DATA / "lighting" / f"{name}.yaml").read_text(encoding="utf-8"))


def test_264_bodies_of_every_kind_are_spread_over_the_nine() -> None:
    bodies = Party.objects.filter(is_demonstration=True, kind="executive")
    assert Counter(bodies.values_list("body_kind", flat=True)) == NUMBER_OF
    assert bodies.count() == 264
    assert len(set(bodies.values_list("oblast", flat=True))) == 9


def test_every_party_of_it_is_plainly_invented() -> None:
    for one in Party.objects.all():
        assert one.is_demonstration and one.key.startswith("demo-")
        assert (one.name_ky[-10:], one.name_ru[-14:]) == ("(көрсөтмө)", "(демонстрация)")
        assert one.name_en.endswith("(demonstration)") and one.email.endswith("@demo.example")


def test_two_offices_a_party_and_nobody_has_a_password() -> None:
    of_bodies = Mandate.objects.filter(is_board=False)
    held = Counter(of_bodies.values_list("party", "may_sign"))
    assert set(held.values()) == {1} and len(held) == 2 * Party.objects.count()
    one = Mandate.objects.select_related("person__user").get(party__key="demo-aa-01", may_sign=True)
    assert one.person.user.username == "demo-aa-01.head"
    assert not one.person.user.has_usable_password()


def test_five_heads_sit_in_the_board_which_votes_on_one_opinion() -> None:
    seats = Mandate.objects.filter(is_board=True).select_related("party")
    assert [one.party.key for one in seats] == ["demo-union"] * 5
    (vote,) = BoardDecision.objects.filter(kind="vote")
    assert sorted(one.choice for one in vote.votes.all()) == ["against", "for"]
    assert [len(open_votes(one, now=NOW)) for one in seats] == [1] * 5


def test_some_have_opened_a_case_and_not_answered_and_were_reminded() -> None:
    case = Entry.objects.get(action="reminded").subject.removeprefix("case:")
    running = Case.objects.get(number=case)
    states = Counter(one.state for one in reach_of(running, judged(running)))
    assert min(states[one] for one in ("told", "opened", "answered")) > 3
    assert (states["failed"], states["drafted"]) == (1, 1)


def test_no_case_and_no_position_is_of_a_real_body() -> None:
    assert not Position.objects.filter(party__is_demonstration=False).exists()
    assert not Case.objects.filter(is_demonstration=False).exists()


def test_the_fourteen_are_filed_word_for_word(finished: Case) -> None:
    for said in sample("fourteen"):
        position = finished.positions.get(party__key=said["body"])
        (remark,) = position.remarks.all()
        assert (position.stance, position.language) == (said["stance"], said["language"])
        shown = (remark.eid, remark.text, remark.wording, remark.reason)
        assert shown == (said["eid"], said["text"], said["wording"], said["reason"])
        assert (remark.once_som, remark.yearly_som) == (said["once"], said["yearly"])


def test_the_finished_case_counts_silence_and_the_unreached_apart(finished: Case) -> None:
    status = judged(finished)
    answered = finished.positions.filter(party__kind="executive", state="filed").count()
    assert (answered, len(status.silent), set(status.not_notified)) == (190, 70, UNREACHED)
    assert "demo-aa-11" in status.silent
    assert [(one.kind, one.step) for one in status.breaches] == [("overdue", "notified")]
    assert (finished.outcome, finished.is_closed, status.due) == ("adopted", True, ())


def test_its_rows_are_those_of_the_text(finished: Case) -> None:
    rows = sample("rows")
    for row, said in zip(finished.rows.order_by("number"), rows, strict=True):
        assert (row.eid, row.kind) == (said["eid"], said["kind"])
        assert (row.once_som, row.yearly_som) == (said["once"], said["yearly"])
        assert (row.reply.kind, row.reply.text_ky) == (said["reply"]["kind"], said["reply"]["ky"])
        assert row.is_minority == (said["number"] == "M1")
        assert row.comparison.result == said["outcome"]["result"]
        assert row.comparison.is_promise_kept == said["outcome"]["kept"]


def test_behind_each_row_stand_those_of_the_text(finished: Case) -> None:
    body = {one["key"]: one["body"] for one in sample("fourteen")}
    sampled = set(body.values())
    for row, said in zip(finished.rows.order_by("number"), sample("rows"), strict=True):
        behind = set(row.links.values_list("remark__position__party__key", flat=True))
        assert behind & sampled == {body[key] for key in said["behind"]}
    placed = Row.objects.filter(case=finished).values_list("links__remark", flat=True)
    remarks = finished.positions.filter(state="filed").values_list("remarks", flat=True)
    assert sorted(placed) == sorted(pk for pk in remarks if pk)


def test_three_rows_went_to_the_committee(finished: Case) -> None:
    decided = finished.rows.filter(decisions__isnull=False).order_by("number")
    assert [(one.number, one.decisions.get().taken) for one in decided] == [
        (1, "lsg"),
        (3, "initiator"),
        (8, "initiator"),
    ]
    protocol = Protocol.objects.get(case=finished)
    assert protocol.kind == "disagreements"
    signed = {one.party.key: bool(one.dissent) for one in protocol.signatures.all()}
    assert signed == {"demo-ministry": False, "demo-union": True}


def test_the_adopted_text_has_what_was_agreed(finished: Case) -> None:
    adopted = draft_versions(finished, kind=Document.Kind.ADOPTED)["ru"]
    texts = dict(Provision.objects.filter(version=adopted).values_list("eid", "text"))
    assert "целевых трансфертов" in texts["art_4__part_3"]
    assert "один раз в полугодие" in texts["art_3__part_3"]
    assert "пяти рабочих дней" in texts["art_7__part_2"]
    assert "не реже одного раза в год" in texts["art_10__part_1"]


def test_the_bypassed_act_is_a_breach_only_where_an_agreement_binds() -> None:
    skipped = judged(named("безнадзорных животных")).breaches
    assert {one.kind for one in skipped} == {"skipped"}
    assert {"notified", "protocol"} <= {one.step for one in skipped}
    outside = named("гидрантов")
    assert outside.agreement is None and judged(outside).breaches == ()


@pytest.mark.parametrize(
    "key",
    [
        *("demo-ministry", "demo-ministry-2", "demo-union", "demo-desk", "demo-committee"),
        *("demo-panel", "demo-aa-01"),
    ],
)
def test_every_role_has_something_to_do(key: str) -> None:
    assert agenda_of(Party.objects.get(key=key), today=TODAY).count


@pytest.mark.parametrize("key", ["demo-union", "demo-desk", "demo-panel", "demo-aa-01"])
def test_someone_of_each_side_is_late(key: str) -> None:
    assert agenda_of(Party.objects.get(key=key), today=TODAY).past


def test_the_ministry_is_late_with_its_replies() -> None:
    late = [(one.kind, one.step, one.party) for one in judged(named("от снега")).breaches]
    assert late == [("overdue", "replied", "demo-ministry")]


def test_the_head_of_the_sample_body_finds_a_draft() -> None:
    week = agenda_of(Party.objects.get(key="demo-aa-01"), today=TODAY).week
    assert [(one.step, one.left, one.has_draft) for one in week] == [("position", 3, True)]


def test_there_is_a_case_at_each_stage_of_the_road() -> None:
    assert Counter(Case.objects.of("npa").values_list("stage", flat=True)) == {
        "accepted": 1,
        "notified": 2,
        "position": 1,
        "association_position": 1,
        "replied": 2,
        "meeting": 2,
        "signed": 1,
        "appeal_decided": 1,
        "considered": 1,
        "submitted": 1,
        "closed": 3,
    }


def test_one_package_is_still_in_work() -> None:
    (draft,) = DraftAct.objects.filter(case=None)
    assert (draft.initiator.key, draft.headings.count(), draft.costs.count()) == (
        "demo-ministry",
        0,
        0,
    )


def test_every_text_stands_in_both_languages() -> None:
    for case in Case.objects.all():
        assert case.title_ky and case.title_ru
    for row in Row.objects.exclude(case__title_ru=""):
        assert row.text_ky and row.text_ru
    for document in Document.objects.filter(
        kind__in=("draft", "adopted"), subject__startswith="case"
    ):
        pair = {one.language: one for one in document.versions.all()}
        assert set(pair) == {"ky", "ru"} and eids(pair["ky"]) == eids(pair["ru"])


def eids(version: Version) -> list[str]:
    return list(version.provisions.values_list("eid", flat=True))


def test_every_draft_is_marked_as_invented() -> None:
    for one in Version.objects.filter(document__kind__in=("draft", "adopted")):
        mark = {"ky": "КӨРСӨТМӨ", "ru": "ДЕМОНСТРАЦИЯ"}[one.language]
        assert mark in bytes(one.blob.data).decode()


def test_the_journal_runs_forward_and_never_past_the_day_of_loading() -> None:
    own = Entry.objects.filter(subject__startswith="case:").order_by("number")
    moments = [
        one.data.get("recorded_at") or one.at.isoformat() for one in own if one.action != "notified"
    ]
    told_at = [datetime.fromisoformat(one) for one in moments]
    assert told_at == sorted(told_at) and told_at[-1] < NOW


def test_loading_again_changes_nothing(told: list[str]) -> None:
    before = Entry.objects.last().hash, Entry.objects.count(), Party.objects.count(), len(told)
    demonstration.load(told.append, now=NOW)
    assert before == (
        *(Entry.objects.last().hash, Entry.objects.count(), Party.objects.count()),
        len(told),
    )


def test_a_deputies_bill_goes_past_local_bodies_while_the_watch_looks_on() -> None:
    bill = Bill.objects.get(source="demo-kenesh", number="Д-2")
    assert (bill.stage, bill.track, bill.case) == ("adopted", "fast", None)
    assert Counter(bill.alerts.values_list("kind", "answer")) == {
        ("no_case", "opinion"): 1,
        ("agenda_change", ""): 1,
        ("fast_track", ""): 1,
    }
    opinion = bill.attachments.get(kind="opinion").document
    assert opinion.is_public and opinion.versions.count() == 2
    assert Bill.objects.filter(source="demo-kenesh", number__startswith="Д-").count() == 39
    assert set(Alert.objects.values_list("bill__is_demonstration", flat=True)) == {True}
    assert not Alert.objects.filter(notice=None).exists()


def test_a_committee_hears_the_association_and_another_does_not_invite_it() -> None:
    sittings = Sitting.objects.order_by("starts_at").select_related("case")
    told = [(one.house.key, one.case.outcome or one.case.stage) for one in sittings]
    assert told == [
        ("demo-committee", "minutes_approved"),
        ("demo-jk-agrarian", "minutes_deemed"),
        ("demo-committee", "minutes_corrected"),
        ("demo-committee", "minutes_drafted"),
        ("demo-committee", "held"),
        ("demo-jk-local", "invited"),
    ]
    breaches = [one.case.breach_count > 0 for one in sittings]
    assert breaches == [False, True, False, False, False, False]
    (opinion,) = Opinion.objects.filter(released_at__isnull=False)
    assert opinion.text_ky and opinion.text_ru and opinion.note_ky
    assert Dissent.objects.get().item_id == opinion.item_id
    readings = Reading.objects.order_by("read_on")
    assert [(one.numbers, one.fates.count()) for one in readings] == [("1", 9), ("2,3", 9)]


def test_one_special_protocol_is_followed_to_its_law_and_one_stands_before_its_sitting() -> None:
    now, last = all_years()
    assert (last.protocol.previous, now.protocol.previous) == (None, last.protocol)
    assert [(one.agreed, one.not_agreed, one.carried) for one in (last, now)] == [
        (2, 1, 0),
        (0, 0, 2),
    ]
    assert [judged(one.protocol.case).stage for one in (now,)] == ["conciliation_sat"]
    assert judged(last.protocol.case).outcome == "adopted"
    assert last.is_given_known and closing_of(last.protocol) is not None
    assert now.protocol.items.filter(tabled_at__isnull=True).count() == 1


def test_expertises_stand_at_each_turn_and_one_was_deliberated_twice() -> None:
    found = Case.objects.of("expertise").order_by("number")
    assert [one.outcome or one.stage for one in found] == [
        "twice_unacceptable",
        "insufficient",
        "second_deliberation",
        "changes_answered",
        "verdict",
        "interests_declared",
    ]
    assert Attachment.objects.filter(kind="expertise").count() == 4
