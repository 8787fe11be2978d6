"""The papers of an expertise hold what the order asks of them, in both languages."""

from __future__ import annotations

import pytest

from makul.documents.paper import Heading, Para, Signatures, Table, plain
from makul.documents.reading import read_act
from makul.expertise.actions.verdict import answer_verdict, dissent
from makul.expertise.files import papers_of
from makul.expertise.papers.opinion import opinion_paper
from makul.expertise.papers.second import second_paper
from makul.expertise.papers.words import SAID, kind_title, said, value_words
from makul.expertise.queries.opinion import opinion_of
from tests.expertise.scene import Examination, declared, drafted, filled, signed

pytestmark = pytest.mark.django_db


def paper_of(told: Examination, language: str = "ky+ru", *, deliberation: int = 1):  # type: ignore[no-untyped-def]
    opinion = opinion_of(told.expertise)
    draw = opinion_paper if deliberation == 1 else second_paper
    verdict = opinion.verdicts[deliberation]
    return draw(opinion, verdict, language=language, now=told.at)  # type: ignore[arg-type]


def headings(paper) -> list[str]:  # type: ignore[no-untyped-def]
    return [one.text for one in paper.blocks if isinstance(one, Heading) and one.level == 1]


def test_the_first_paper_has_its_parts_in_order() -> None:
    told = declared()
    filled(told)
    drafted(told)
    assert headings(paper_of(told, "ru")) == [
        "Вопрос экспертам",
        "Вывод",
        "Предлагаемые редакции",
        "Муниципальное имущество и земля",
        "Полномочия и вопросы местного значения",
        "Последствия для разных местностей",
        "Расходы, сом",
        "Заявленные интересы",
    ]


def test_the_cost_table_ends_with_its_sum() -> None:
    told = declared(experts=1)
    filled(told)
    drafted(told)
    tables = [one for one in paper_of(told, "ky").blocks if isinstance(one, Table)]
    assert [plain(cell) for cell in tables[-1].rows[-1]] == [
        "Бардыгы",
        "3",
        "180\u00a0000",
        "270\u00a0000",
        "450\u00a0000",
        "285\u00a0000",
    ]


def test_costs_that_nobody_estimated_are_not_zero() -> None:
    told = declared(experts=1)
    drafted(told)
    lines = [plain(one.words) for one in paper_of(told, "ky").blocks if isinstance(one, Para)]
    assert SAID["not_reckoned"]["ky"] in lines


def test_a_dissent_stands_word_for_word_and_at_the_signature() -> None:
    told = declared()
    signed(told)
    dissent(
        expertise=told.expertise,
        text="Баасы өтө аз.",
        language="ky",
        actor=told.office(1),
        now=told.later(),
    )
    paper = paper_of(told, "ky")
    lines = [plain(one.words) for one in paper.blocks if isinstance(one, Para)]
    assert "Баасы өтө аз." in lines
    signatures = next(one for one in paper.blocks if isinstance(one, Signatures))
    assert [one.state.split(" 0")[0] for one in signatures.lines] == [
        "кол коюлду",
        "өзгөчө пикир берген",
    ]


def test_the_second_paper_holds_both_verdicts_and_the_answer() -> None:
    told = declared(experts=1)
    signed(told)
    answer_verdict(
        expertise=told.expertise,
        value="kept",
        text="Текст калтырылат.",
        language="ky",
        files=[],
        actor=told.scene.signatory(told.scene.ministry),
        now=told.later(),
    )
    drafted(told, "maintained", deliberation=2)
    paper = paper_of(told, "ky", deliberation=2)
    assert headings(paper) == [
        "Биринчи корутундунун тыянагы",
        "Демилгечинин жообу",
        "Экинчи талкуунун тыянагы",
    ]
    assert "Текст калтырылат." in [
        plain(one.words) for one in paper.blocks if isinstance(one, Para)
    ]


def test_silence_of_the_initiator_is_told() -> None:
    told = declared(experts=1)
    signed(told)
    drafted(told, "maintained", deliberation=2)
    paper = paper_of(told, "ru", deliberation=2)
    lines = [plain(one.words) for one in paper.blocks if isinstance(one, Para)]
    assert SAID["no_answer"]["ru"] in lines


@pytest.mark.parametrize(("language", "reasons"), [("ky", "Каражат жок."), ("ru", "Средств нет.")])
def test_the_word_files_read_back_hold_the_reasons(language: str, reasons: str) -> None:
    told = declared(experts=1)
    verdict = drafted(told)
    files = {one.language: one for one in papers_of(verdict, now=told.at)}
    assert sorted(files) == ["ky", "ky+ru", "ru"]
    file = files[language]
    lines = [line.text for line in read_act(file.data, name=file.name)]
    assert reasons in lines


def test_each_label_is_there_in_three_languages() -> None:
    assert [key for key, words in SAID.items() if set(words) != {"ky", "ru", "en"}] == []
    assert said("verdict", "ky+ru") == "Тыянак / Вывод"
    assert value_words("acceptable", "ru") == "приемлем"
    assert kind_title("costs", "ru") == "Расходы"
