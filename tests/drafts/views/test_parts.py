"""Each part of a package on its own page: what is kept, what is refused and why."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from makul.drafts.models import DraftAct
from makul.drafts.package import PARTS
from makul.drafts.queries import texts_of
from tests.documents.scene import bomb
from tests.drafts.conftest import AMENDING, upload
from tests.scene import DRAFT_KY, DRAFT_RU, Scene, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafter(scene: Scene) -> Client:
    return browser(scene.drafter(scene.ministry))


def part(draft: DraftAct, name: str) -> str:
    return reverse("draft_part", args=[draft.pk, name])


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_part_opens_for_its_body_and_for_nobody_else(
    scene: Scene, draft: DraftAct, language: str
) -> None:
    own = browser(scene.drafter(scene.ministry), language=language)
    other = browser(scene.signatory(scene.bodies[0]))
    for name in PARTS:
        assert own.get(part(draft, name)).status_code == 200
        assert other.post(part(draft, name), {}).status_code == 403
    assert own.get(part(draft, "nonsense")).status_code == 404


def test_a_description_is_kept_and_leaves_the_rest(draft: DraftAct, drafter: Client) -> None:
    said = {"title_ru": "О воде", "act_kind": "sub_statutory", "track": "short"}
    assert drafter.post(part(draft, "description"), said).status_code == 422
    kept = drafter.post(part(draft, "description"), {**said, "track_reason": "Паводок"})
    assert kept.status_code == 303
    draft.refresh_from_db()
    assert (draft.title_ru, draft.title_ky, draft.track) == ("О воде", "", "short")
    assert draft.summary_ru.startswith("Каждый айылный аймак")
    assert (
        "возлагают"
        in browser(draft.prepared_by, language="ru")
        .get(part(draft, "description"))
        .content.decode()
    )


def test_a_summary_is_one_page_and_questions_are_five(draft: DraftAct, drafter: Client) -> None:
    url = part(draft, "summary")
    wrong = drafter.post(url, {"summary_ru": "а" * 3001, "questions_ky": "?\n" * 6})
    assert wrong.status_code == 422
    assert wrong.context["form"].errors.keys() == {"summary_ru", "questions_ky"}
    assert drafter.post(url, {"summary_ru": "Кратко", "questions_ky": "?\n" * 5}).status_code == 303


def test_texts_are_read_at_once_and_what_one_lacks_is_named(
    draft: DraftAct, drafter: Client
) -> None:
    url = part(draft, "texts")
    shorter = DRAFT_KY.split("4-берене")[0]
    assert drafter.post(url, {"file_ky": upload("м.txt", shorter)}).status_code == 303
    page = drafter.get(url).content.decode()
    assert "3 articles stand in both languages" in page
    assert "In Russian only: Статья 4" in page
    assert texts_of(draft)["ky"].number == 2


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"a" * 600, "old.doc"),
        ("text.pdf", b"%PDF-1.7", "Send the Word file (.docx) it was printed from"),
        ("bomb.docx", bomb(), "unpacks to far more"),
        ("broken.docx", b"PK\x03\x04 nothing", "cannot be opened"),
        ("закон.txt", DRAFT_RU.encode(), "another language"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_a_file_that_cannot_be_read_says_what_to_do(
    draft: DraftAct, drafter: Client, name: str, data: bytes, said: str
) -> None:
    sent = drafter.post(part(draft, "texts"), {"file_ky": upload(name, data)})
    assert (sent.status_code, said in sent.content.decode()) == (422, True)
    assert "file_ky" in sent.context["form"].errors
    assert texts_of(draft)["ky"].number == 1


def test_an_encrypted_file_and_one_too_big_are_refused(
    draft: DraftAct, drafter: Client, settings: object
) -> None:
    url = part(draft, "texts")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40
    locked = drafter.post(url, {"file_ru": upload("locked.docx", ole)})
    assert locked.status_code == 422
    settings.MAKUL_UPLOAD_MAX_BYTES = 1_000_000  # type: ignore[attr-defined]
    big = drafter.post(url, {"file_ru": upload("big.txt", b"a" * 1_000_001)})
    assert (big.status_code, "larger than 1 MB" in big.content.decode()) == (422, True)


def test_the_day_of_the_other_language_alone_may_be_kept_but_not_nothing(
    draft: DraftAct, drafter: Client
) -> None:
    url = part(draft, "texts")
    assert drafter.post(url, {}).status_code == 422
    assert drafter.post(url, {"missing_language_by": "2027-01-11"}).status_code == 303
    draft.refresh_from_db()
    assert str(draft.missing_language_by) == "2027-01-11"


def test_the_note_is_written_in_both_languages(draft: DraftAct, drafter: Client) -> None:
    said = {"h1_ky": "Максат", "h1_ru": "Цель"}
    assert drafter.post(part(draft, "note"), said).status_code == 303
    assert (draft.headings.get(number=1).text_ru, draft.headings.get(number=2).text_ru) == (
        "Цель",
        "",
    )


def test_the_table_is_seen_then_made_and_a_finished_one_replaces_it(
    draft: DraftAct, drafter: Client
) -> None:
    url = part(draft, "comparative")
    empty = drafter.post(url, {"make": "yes"})
    assert (empty.status_code, "No amending formula" in empty.content.decode()) == (422, True)
    drafter.post(part(draft, "texts"), {"file_ru": upload("изменения.txt", AMENDING)})
    assert "2 changes were read." in drafter.get(url).content.decode()
    assert drafter.post(url, {"make": "yes"}).status_code == 303
    item = draft.items.get(kind="comparative")
    ready = SimpleUploadedFile("таблица.pdf", b"%PDF-1.7 table")
    assert drafter.post(url, {"upload": "yes", "file": ready}).status_code == 303
    assert list(item.document.versions.order_by("number").values_list("number", "language")) == [
        (1, "ru"),
        (2, "ky+ru"),
    ]
    assert drafter.post(url, {"upload": "yes"}).status_code == 422
    bad = {"make": "yes", "target_ru": upload("закон.pdf", b"%PDF-1.7")}
    assert "target_ru" in drafter.post(url, bad).context["form"].errors


def test_the_cost_sheet_grows_by_five_and_loses_nothing(draft: DraftAct, drafter: Client) -> None:
    url = part(draft, "costs")
    line = {"lines": "1", "l0-body_kind": "aiyl_small", "l0-bodies": "3", "l0-yearly_som": "1 240"}
    grown = drafter.post(url, {**line, "more": "yes"})
    assert (grown.status_code, len(grown.context["lines"])) == (200, 6)
    assert "1 240" in grown.content.decode()
    assert draft.costs.get().yearly_som == 0
    sheet = {"price_year": "2026", "is_financing_determined": "no", "cost_notes_ru": "цены"}
    assert drafter.post(url, {**line, **sheet}).status_code == 303
    draft.refresh_from_db()
    assert (draft.costs.get().yearly_som, draft.is_financing_determined) == (1240, False)


def test_a_sum_that_is_none_is_named_with_its_line(draft: DraftAct, drafter: Client) -> None:
    wrong = {"lines": "1", "l0-body_kind": "", "l0-yearly_som": "1,2 млн", "l0-once_som": "5"}
    sent = drafter.post(part(draft, "costs"), wrong)
    page = sent.content.decode()
    assert (sent.status_code, "Line 1, Every year" in page, "1,2 млн" in page) == (422, True, True)
    assert drafter.post(part(draft, "costs"), {"lines": "x"}).status_code in {303, 422}


def test_attachments_are_put_in_and_taken_out(draft: DraftAct, drafter: Client) -> None:
    url = part(draft, "attachments")
    said = {"title": "Экспертиза", "language": "ru", "once": "c" * 20}
    assert drafter.post(url, said).status_code == 422
    file = {"file": upload("экспертиза.pdf", b"%PDF-1.7")}
    assert drafter.post(url, {**said, **file}).status_code == 303
    again = {"file": upload("экспертиза.pdf", b"%PDF-1.7")}
    assert drafter.post(url, {**said, **again}).status_code == 303
    item = draft.items.get(kind="attachment")
    exe = {"title": "x", "language": "ru", "file": upload("a.exe", b"MZ")}
    assert drafter.post(url, exe).context["form"].errors.keys() == {"file"}
    assert drafter.post(url, {"remove": str(item.pk)}).status_code == 303
    assert not draft.items.filter(kind="attachment").exists()
    kept = draft.items.get(kind="draft")
    drafter.post(url, {"remove": str(kept.pk)})
    assert draft.items.filter(kind="draft").exists()


def test_deciders_are_chosen_in_turn_and_none_twice(
    scene: Scene, draft: DraftAct, drafter: Client
) -> None:
    url, key = part(draft, "deciders"), scene.committee.key
    assert drafter.post(url, {"first": key, "second": key}).status_code == 422
    assert drafter.post(url, {"first": "demo-ministry"}).status_code == 422
    assert drafter.post(url, {"first": key}).status_code == 303
    assert [one.party for one in draft.deciders.all()] == [scene.committee]
