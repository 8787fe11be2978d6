"""The opinion is drawn up from the conciliation, short enough for a page, spoken in about two minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.models import Case, Position, Row
from makul.sittings.drafting import (
    MOST_ROWS,
    clipped,
    drafted_opinion,
    in_one_line,
    lowered,
    numbers_of,
    spoken_minutes,
)
from makul.sittings.models import AgendaItem
from tests.scene import START, Scene, answer, build_scene, file, notified, remark
from tests.sittings.scene import make_bill
from tests.sittings.sitting_scene import put_item, scheduled

pytestmark = pytest.mark.django_db
ARTICLES = ("art_1", "art_2__part_1", "art_2__part_2", "art_3__part_1", "art_3__part_2", "art_4")


def disputed(scene: Scene) -> Case:
    """Six objections of one body, one of them shared by another; the association against the draft."""
    case = notified(scene)
    first, second, _third = scene.bodies
    remarks = [remark(eid, text=f"Каршыбыз: {eid}.", wording="") for eid in ARTICLES]
    file(scene, case, first, "not_agreed", *remarks)
    file(scene, case, second, "agreed")
    later = START + timedelta(days=2)
    file(scene, case, scene.union, "not_agreed", at=later)
    answer(scene, case)
    return case


def item_on(scene: Scene, case: Case | None) -> AgendaItem:
    return put_item(scene, scheduled(scene), conciliation=case)


def test_it_says_the_position_who_stands_behind_the_rows_and_the_request() -> None:
    scene = build_scene()
    drafted = drafted_opinion(item_on(scene, disputed(scene)), scene.union)
    assert (drafted.stance, numbers_of(drafted.rows)) == ("not_agreed", [1, 2, 3, 4, 5, 6])
    text = drafted.texts["ru"]
    for said in (
        "Позиция ассоциации: не согласовано.",
        "Уведомлено органов местного самоуправления: 3, ответило: 2",
        "Неурегулированных строк: 6.",
        "Инициатор: Не учтено. Обоснование.",
        "по расчётам органов (1):",
        "дословно",
    ):
        assert said in text
    assert "Ассоциациянын позициясы: макулдашылган жок." in drafted.texts["ky"]


def test_a_summary_in_two_languages_is_parted_between_them() -> None:
    scene = build_scene()
    case = disputed(scene)
    both = "Ассоциация долбоордун максатын колдойт.\n\nАссоциация поддерживает цель проекта."
    Position.objects.filter(case=case, party=scene.union).update(summary=both)
    texts = drafted_opinion(item_on(scene, case), scene.union).texts
    found = {code: [line for line in both.split("\n\n") if line in texts[code]] for code in texts}
    assert found == {"ky": both.split("\n\n")[:1], "ru": both.split("\n\n")[1:]}


def test_rows_past_the_page_are_named_by_number() -> None:
    scene = build_scene()
    text = drafted_opinion(item_on(scene, disputed(scene)), scene.union).texts["ky"]
    assert text.count("-сап, ") == MOST_ROWS
    assert "Калган саптар макулдашуу ишинде: 5, 6." in text


def test_without_a_conciliation_it_says_that_there_was_none() -> None:
    scene = build_scene()
    drafted = drafted_opinion(item_on(scene, None), scene.union)
    assert (drafted.stance, drafted.rows) == ("", [])
    assert "согласование с органами местного самоуправления" in drafted.texts["ru"]
    assert "макулдашуу" in drafted.notes["ky"]
    assert "Неурегулированных" not in drafted.texts["ru"]


def test_a_conciliation_in_which_all_was_settled_says_so() -> None:
    scene = build_scene()
    case = disputed(scene)
    Row.objects.filter(case=case).update(is_dropped=True)
    assert (
        "Неурегулированных строк нет."
        in drafted_opinion(item_on(scene, case), scene.union).texts["ru"]
    )


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_note_is_spoken_in_about_two_minutes(language: str) -> None:
    scene = build_scene()
    note = drafted_opinion(item_on(scene, disputed(scene)), scene.union).notes[language]
    assert 0.5 < spoken_minutes(note) < 2.5


def test_it_is_read_in_few_queries_whatever_the_rows(
    django_assert_max_num_queries: object,
) -> None:
    scene = build_scene()
    item = item_on(scene, disputed(scene))
    item = AgendaItem.objects.select_related("conciliation").get(pk=item.pk)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        drafted_opinion(item, scene.union)


def test_small_matters_of_a_line() -> None:
    assert in_one_line("Не учтено\nОбоснование.\n\n") == "Не учтено. Обоснование."
    assert (lowered("Статья 3"), lowered("")) == ("статья 3", "")
    assert clipped("а б", most=10) == "а б"
    assert clipped("слово слово слово", most=12) == "слово слово…"


def test_of_a_bill_passed_by_it_says_what_the_watch_noticed_and_on_what_grounds() -> None:
    scene = build_scene()
    bill = make_bill(interests=["money", "duty"], is_demonstration=True)
    item = put_item(scene, scheduled(scene), bill=bill)
    text = drafted_opinion(item, scene.union).texts["ru"]
    assert "Проект затрагивает интересы: расходы или выпадающие доходы, новая или" in text
    assert "Законопроект зарегистрирован" in text
    assert "Конституция, статья 114, часть 4" in text
    assert text.endswith("рассмотреть его до голосования.")
