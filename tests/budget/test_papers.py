"""The paper of a special protocol says in each language what was tabled, found, signed and not signed."""

from __future__ import annotations

from typing import Any

import pytest

from makul.budget.models import Item, Kind
from makul.budget.papers.protocol import files_of, special_paper
from makul.budget.papers.words import (
    HEADS,
    KINDS,
    LABELS,
    OUTCOMES,
    SIDES,
    STATES,
    TITLE,
    bare,
    money,
)
from makul.documents.paper import Fields, Heading, Paper, Para, Signatures, Table, plain
from tests.budget import special_scene as made
from tests.budget.special_scene import DAY, OPENED, Special

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Special:
    return made.build()


def said(paper: Paper) -> str:
    parts: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Heading):
            parts.append(block.text)
        elif isinstance(block, Para):
            parts.append(plain(block.words))
        elif isinstance(block, Fields):
            parts += [f"{label}: {plain(words)}" for label, words in block.lines]
        elif isinstance(block, Table):
            parts += [" ".join(plain(cell) for cell in row) for row in block.rows]
        elif isinstance(block, Signatures):
            parts += [f"{one.party} {one.state}" for one in block.lines]
    return "\n".join(parts)


def test_every_word_of_the_paper_stands_in_three_languages() -> None:
    for group in (HEADS, KINDS, LABELS, OUTCOMES, SIDES, STATES):
        assert all(set(one) == {"ky", "ru", "en"} and all(one.values()) for one in group.values())
    assert set(TITLE) == {"ky", "ru", "en"}
    assert (set(KINDS), set(OUTCOMES)) == (set(Kind.values), {*Item.Outcome.values, ""})


def test_sums_are_told_in_full() -> None:
    assert (bare(None), money(None, "ru")) == ("–", "не названа")


def test_two_sections_with_both_positions_and_the_gap(scene: Special) -> None:
    made.whole(scene)
    text = said(special_paper(scene.own, language="ru", now=OPENED + 80 * DAY)).replace(
        "\u00a0", " "
    )
    first, second = text.index("Раздел 1. Согласовано"), text.index("Раздел 2. Не согласовано")
    assert (
        first < text.index("1. Трансферт на отопление") < text.index("3. Прогноз доходов") < second
    )
    assert second < text.index("2. Трансферт на отопление") < text.index("Способ расчёта")
    assert "2027 90 80 10 85 80" in text  # asked, offered, gap, recommended, given
    assert "Мандат ассоциации: дан, 7 октября 2026" in text
    assert "предложение: в действующем законе такой нормы нет" in text
    assert "Подписано, 9 октября 2026" in text


def test_silence_and_a_refusal_are_written_down(scene: Special) -> None:
    from makul.budget.actions.signing import close_by_one_side, refuse_special

    made.opened(scene)
    made.tabled(scene)
    made.drawn(scene)
    made.signed(scene, scene.union)
    refuse_special(
        protocol=scene.own,
        reason="Суммы не проверены",
        language="ru",
        actor=scene.signer(scene.committee),
        now=OPENED + 8 * DAY,
    )
    close_by_one_side(
        protocol=scene.own,
        text="Министерство молчит",
        language="ru",
        actor=scene.signer(scene.union),
        now=OPENED + 14 * DAY,
    )
    text = said(special_paper(scene.own, language="ru", now=OPENED + 15 * DAY))
    for words in (
        "Позиция не представлена",
        "Протокол составлен без заседания",
        "нет: правление не голосовало",
        "Отказ от подписи, 9 октября 2026: Суммы не проверены",
        "sp-finance (ru) Не подписано",
        "Министерство молчит",
    ):
        assert words in text, words


def test_a_missing_language_is_said_and_not_replaced(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    Item.objects.filter(number=1).update(subject_ky="")
    text = said(special_paper(scene.own, language="ky", now=OPENED))
    assert "1. Бул тилдеги текст берилген эмес" in text


def test_word_and_pdf_in_both_languages(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    files: dict[str, Any] = {one.language: one for one in files_of(scene.own, now=OPENED)}
    assert files["ky+ru"].data.startswith(b"%PDF-")
    assert {files[one].data[:2] for one in ("ky", "ru")} == {b"PK"}


def test_carried_items_name_last_year(scene: Special) -> None:
    made.whole(scene)
    made.opened(scene, at=OPENED + 365 * DAY, year=2028)
    made.tabled(scene, at=OPENED + 366 * DAY)
    text = said(special_paper(scene.own, language="ru", now=OPENED + 367 * DAY)).replace(
        "\u00a0", " "
    )
    assert "пункт 1 протокола 2027 года; тогда просили 90 сом, дано 80 сом" in text
