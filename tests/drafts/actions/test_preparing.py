"""A package is prepared paper by paper, by its initiator, until it is submitted."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import File
from makul.drafts.actions.finishing import ask_signature
from makul.drafts.actions.preparing import (
    MOST_CHARACTERS,
    CostInput,
    DraftInput,
    SheetInput,
    begin_draft,
    describe_draft,
    put_paper,
    total,
    write_costs,
    write_note,
)
from makul.drafts.models import DraftAct
from makul.drafts.queries import texts_of
from makul.journal.models import Entry
from tests.documents.scene import bomb
from tests.scene import DRAFT_RU, Scene, make_mandate

pytestmark = pytest.mark.django_db
LAW = DraftInput(act_kind="law", title_ru="О воде")


def test_a_draft_is_begun_by_a_norm_maker_and_stands_in_the_journal(
    scene: Scene, at: datetime
) -> None:
    draft = begin_draft(content=LAW, actor=scene.drafter(scene.ministry), now=at)
    assert (draft.initiator, str(draft), draft.case) == (scene.ministry, "О воде", None)
    assert Entry.objects.get(subject=draft.subject).action == "draft_begun"


def test_nobody_else_begins_one(scene: Scene, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="not_a_norm_maker"):
        begin_draft(content=LAW, actor=scene.signatory(scene.union), now=at)
    ended = make_mandate(scene.ministry, signs=True, to_on=(at - timedelta(days=9)).date())
    with pytest.raises(NotAllowed, match="mandate_ended"):
        begin_draft(content=LAW, actor=ended, now=at)
    assert not DraftAct.objects.exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (DraftInput(act_kind="law"), "no_title"),
        (DraftInput(act_kind="song", title_ru="О воде"), "unknown_act_kind"),
        (DraftInput(act_kind="law", title_ru="О воде", track="quick"), "unknown_track"),
        (
            DraftInput(act_kind="law", title_ru="О воде", authentic_language="en"),
            "unknown_language",
        ),
        (DraftInput(act_kind="law", title_ru="О воде", track="short"), "no_track_reason"),
        (DraftInput(act_kind="law", title_ru="в" * (MOST_CHARACTERS + 1)), "too_long"),
    ],
)
def test_what_is_said_of_it_must_be_possible(
    scene: Scene, at: datetime, content: DraftInput, code: str
) -> None:
    with pytest.raises(BadInput, match=code):
        begin_draft(content=content, actor=scene.drafter(scene.ministry), now=at)


def test_a_change_puts_a_waiting_package_back_to_work(
    scene: Scene, draft: DraftAct, at: datetime
) -> None:
    actor = scene.drafter(scene.ministry)
    ask_signature(draft=draft, actor=actor, now=at)
    content = DraftInput(act_kind="law", title_ru="О воде", missing_language_by=date(2027, 1, 9))
    describe_draft(draft=draft, content=content, actor=actor, now=at)
    draft.refresh_from_db()
    assert (draft.title_ru, draft.ready_at, draft.ready_by) == ("О воде", None, None)


def test_the_other_language_joins_a_version_and_a_new_text_makes_the_next(
    scene: Scene, at: datetime
) -> None:
    actor = scene.drafter(scene.ministry)
    draft = begin_draft(content=LAW, actor=actor, now=at)
    ru = File("ru", "закон.txt", DRAFT_RU.encode())
    item = put_paper(draft=draft, kind="draft", files=[ru], actor=actor, now=at)
    again = File("ru", "закон-2.txt", DRAFT_RU.replace("квартал", "месяц").encode())
    assert put_paper(draft=draft, kind="draft", files=[again], actor=actor, now=at) == item
    assert [one.number for one in item.document.versions.order_by("number")] == [1, 2]
    assert texts_of(draft)["ru"].file_name == "закон-2.txt"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"a" * 600, "legacy_doc|unknown_kind"),
        ("text.pdf", b"%PDF-1.7", "pdf_only"),
        ("bomb.docx", bomb(), "zip_bomb"),
        ("broken.docx", b"MZ", "broken_file"),
        ("empty.txt", b"", "empty_file|empty_text"),
        ("закон.txt", DRAFT_RU.encode(), "other_language"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_files_that_cannot_be_read_are_refused_whole(
    scene: Scene, at: datetime, name: str, data: bytes, code: str
) -> None:
    actor = scene.drafter(scene.ministry)
    draft = begin_draft(content=LAW, actor=actor, now=at)
    with pytest.raises(BadInput, match=code):
        put_paper(draft=draft, kind="draft", files=[File("ky", name, data)], actor=actor, now=at)
    assert not draft.items.exists()


def test_a_file_too_big_a_strange_place_and_nothing_at_all(
    scene: Scene, draft: DraftAct, at: datetime, settings: object
) -> None:
    actor = scene.drafter(scene.ministry)
    settings.MAKUL_UPLOAD_MAX_BYTES = 10  # type: ignore[attr-defined]
    big = File("ru", "big.txt", b"a" * 11)
    for kind, files, code in (
        ("attachment", [big], "too_big"),
        ("song", [big], "unknown_paper"),
        ("attachment", [], "no_file_given"),
    ):
        with pytest.raises(BadInput, match=code):
            put_paper(draft=draft, kind=kind, files=files, actor=actor, now=at)


def test_the_note_has_eight_headings_and_no_ninth(
    scene: Scene, draft: DraftAct, at: datetime
) -> None:
    actor = scene.drafter(scene.ministry)
    write_note(draft=draft, headings={8: ("ЖӨБ", "МСУ")}, actor=actor, now=at)
    assert draft.headings.get(number=8).text_ru == "МСУ"
    for headings, code in (
        ({9: ("", "")}, "unknown_heading"),
        ({1: ("а" * 60_001, "")}, "too_long"),
    ):
        with pytest.raises(BadInput, match=code):
            write_note(draft=draft, headings=headings, actor=actor, now=at)


def test_a_cost_sheet_takes_the_place_of_the_former(
    scene: Scene, draft: DraftAct, at: datetime
) -> None:
    actor = scene.drafter(scene.ministry)
    lines = [CostInput("aiyl_small", bodies=3, yearly_som=10), CostInput("aiyl_large")]
    sheet = SheetInput(2026, "", "цены года")
    write_costs(draft=draft, lines=lines, actor=actor, now=at, sheet=sheet)
    assert [one.body_kind for one in draft.costs.all()] == ["aiyl_small", "aiyl_large"]
    assert (draft.price_year, draft.cost_notes_ru) == (2026, "цены года")
    assert (total(lines, "yearly_som"), total(lines, "once_som")) == (30, None)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (CostInput("village"), "unknown_body_kind"),
        (CostInput("aiyl_small", once_som=-1), "bad_sum"),
        (CostInput("aiyl_small", once_som=10**16), "bad_sum"),
    ],
)
def test_impossible_costs_change_nothing(
    scene: Scene, draft: DraftAct, at: datetime, line: CostInput, code: str
) -> None:
    with pytest.raises(BadInput, match=code):
        write_costs(draft=draft, lines=[line], actor=scene.drafter(scene.ministry), now=at)
    assert draft.costs.count() == 1
