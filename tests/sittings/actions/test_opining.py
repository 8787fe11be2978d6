"""The opinion for the minutes: drawn up, changed, released once and never changed again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.bills.models import Attachment
from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import digest
from makul.journal.models import Entry
from makul.sittings.actions.opining import (
    OpinionInput,
    digest_of,
    prepare_opinion,
    release_opinion,
)
from makul.sittings.models import AgendaItem, Opinion
from tests.scene import Scene, build_scene
from tests.sittings.scene import conciliated, make_bill
from tests.sittings.sitting_scene import HELD, SET, put_item, scheduled

pytestmark = pytest.mark.django_db
WORDS = OpinionInput(text_ky="Макул эмеспиз.\n\nКаражат жок.", text_ru="", note_ky="Кыскача.")


def item_of(scene: Scene) -> AgendaItem:
    bill = make_bill(conciliated(scene, reply="declined"))
    return put_item(scene, scheduled(scene), bill=bill)


def test_it_is_drawn_up_from_the_conciliation() -> None:
    scene = build_scene()
    item = item_of(scene)
    opinion = prepare_opinion(item=item, actor=scene.drafter(scene.union), now=SET)
    assert [row.number for row in opinion.rows.all()] == [1]
    assert "2026-0001" in opinion.text_ky
    assert "2026-0001" in opinion.text_ru
    assert opinion.note_ky.startswith("Урматтуу")
    assert opinion.released_at is None


def test_its_words_may_be_changed_until_it_is_released_and_not_after() -> None:
    scene = build_scene()
    item = put_item(scene, scheduled(scene))
    actor, signs = scene.drafter(scene.union), scene.signatory(scene.union)
    prepare_opinion(item=item, actor=actor, now=SET)
    opinion = prepare_opinion(item=item, actor=actor, now=SET, content=WORDS)
    assert (Opinion.objects.count(), opinion.text_ky) == (1, WORDS.text_ky)
    released = release_opinion(opinion=opinion, actor=signs, now=SET)
    with pytest.raises(BadInput, match="opinion_released"):
        prepare_opinion(item=item, actor=actor, now=SET, content=WORDS)
    again = release_opinion(opinion=released, actor=signs, now=HELD)
    assert again.released_at == SET
    assert Entry.objects.filter(action="opinion").count() == 1


def test_released_it_lies_as_files_in_the_case_and_in_the_dossier_of_the_bill() -> None:
    scene = build_scene()
    item = item_of(scene)
    opinion = prepare_opinion(item=item, actor=scene.drafter(scene.union), now=SET)
    opinion = release_opinion(opinion=opinion, actor=scene.signatory(scene.union), now=SET)
    assert opinion.document
    names = [version.file_name for version in opinion.document.versions.all()]
    number = item.sitting.number
    assert names == [
        f"opinion-{number}-1-ky.docx",
        f"opinion-{number}-1.pdf",
        f"opinion-{number}-1-ru.docx",
    ]
    attached = Attachment.objects.get()
    assert (attached.bill, attached.kind, attached.case) == (
        item.bill,
        "opinion",
        item.sitting.case,
    )
    entry = Entry.objects.get(action="opinion")
    assert (entry.party, entry.data["rows"]) == ("demo-union", [1])
    said = f"{opinion.text_ky}\x1f{opinion.text_ru}"
    assert entry.data["sha256"] == digest(said.encode()) == digest_of(opinion)


def test_in_one_language_it_has_one_language() -> None:
    scene = build_scene()
    item = put_item(scene, scheduled(scene))
    opinion = prepare_opinion(item=item, actor=scene.drafter(scene.union), now=SET, content=WORDS)
    opinion = release_opinion(opinion=opinion, actor=scene.signatory(scene.union), now=SET)
    assert opinion.document
    languages = {version.language for version in opinion.document.versions.all()}
    assert languages == {"ky", "ky+ru"}


def test_only_the_association_writes_and_only_one_who_signs_releases() -> None:
    scene = build_scene()
    item = put_item(scene, scheduled(scene))
    with pytest.raises(NotAllowed, match="wrong_role"):
        prepare_opinion(item=item, actor=scene.signatory(scene.committee), now=SET)
    opinion = prepare_opinion(item=item, actor=scene.drafter(scene.union), now=SET)
    with pytest.raises(NotAllowed, match="may_not_sign"):
        release_opinion(opinion=opinion, actor=scene.drafter(scene.union), now=SET)


def test_an_empty_one_and_a_row_from_elsewhere_are_refused() -> None:
    scene = build_scene()
    item = put_item(scene, scheduled(scene))
    actor = scene.drafter(scene.union)
    empty = OpinionInput(text_ky=" ", text_ru="")
    opinion = prepare_opinion(item=item, actor=actor, now=SET, content=empty)
    with pytest.raises(BadInput, match="no_text_given"):
        release_opinion(opinion=opinion, actor=scene.signatory(scene.union), now=SET)
    row = conciliated(scene).rows.all()[0]
    wrong = OpinionInput(text_ky="а", text_ru="", rows=[row])
    with pytest.raises(BadInput, match="not_a_row_here"):
        prepare_opinion(item=item, actor=actor, now=SET, content=wrong)
    with pytest.raises(BadInput, match="too_long"):
        prepare_opinion(item=item, actor=actor, now=SET, content=OpinionInput("а" * 20_001, ""))


def test_it_may_be_released_by_one_who_was_not_invited() -> None:
    scene = build_scene()
    item = put_item(scene, scheduled(scene))
    opinion = prepare_opinion(item=item, actor=scene.drafter(scene.union), now=SET, content=WORDS)
    at = HELD - timedelta(hours=1)
    release_opinion(opinion=opinion, actor=scene.signatory(scene.union), now=at)
    assert Entry.objects.filter(action="opinion", party="demo-union").count() == 1
