"""Who won each point: the rows of the demonstration, and what the hint may never say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core.remarks import compare_outcome

LOCAL = "3. Расходы на первичную инвентаризацию и ведение реестра покрываются за счёт средств местного бюджета."
TRANSFER = "3. Расходы на первичную инвентаризацию и ведение реестра покрываются за счёт целевых трансфертов из республиканского бюджета."
QUARTERLY = "3. Сведения реестра обновляются ежеквартально, не позднее десятого числа месяца, следующего за кварталом."
YEARLY = "3. Сведения реестра обновляются один раз в год, а об отремонтированном объекте – в течение месяца после ремонта."
HALF_YEARLY = "3. Сведения реестра обновляются один раз в полугодие, а об отремонтированном объекте – в течение месяца после ремонта. Орган, ведущий собственную электронную систему, передаёт сведения из неё."
KY_LOCAL = "3. Баштапкы инвентаризациялоого кеткен чыгымдар жергиликтүү бюджеттин каражаттарынын эсебинен жабылат."
KY_TRANSFER = "3. Баштапкы инвентаризациялоого кеткен чыгымдар республикалык бюджеттен берилүүчү трансферттердин эсебинен жабылат."

words = st.lists(
    st.sampled_from(["бир", "эки", "үч", "төрт", "беш", "алты"]), min_size=1, max_size=8
)


@pytest.mark.parametrize(
    ("adopted", "drafted", "asked", "promised", "suggestion", "kept"),
    [
        (TRANSFER, LOCAL, TRANSFER, "", "lsg", None),
        (KY_TRANSFER, KY_LOCAL, KY_TRANSFER, "", "lsg", None),
        (LOCAL, LOCAL, TRANSFER, "", "initiator", None),
        (HALF_YEARLY, QUARTERLY, YEARLY, HALF_YEARLY, "partly", True),
        (QUARTERLY, QUARTERLY, YEARLY, HALF_YEARLY, "initiator", False),
        (YEARLY, QUARTERLY, YEARLY, HALF_YEARLY, "lsg", False),
        (None, LOCAL, TRANSFER, "", "removed", None),
        ("", LOCAL, TRANSFER, TRANSFER, "removed", False),
        ("3. Порядок определяет Кабинет Министров.", LOCAL, TRANSFER, "", "changed_after", None),
        (f"{QUARTERLY} Отчёт не нужен.", QUARTERLY, YEARLY, YEARLY, "changed_after", False),
        (TRANSFER.replace("покрываются", "не покрываются"), LOCAL, TRANSFER, "", "partly", None),
        (TRANSFER, LOCAL, "", "", "partly", None),
        (LOCAL, LOCAL, "", "", "initiator", None),
    ],
)
def test_the_outcome_of_a_row(
    adopted: str | None, drafted: str, asked: str, promised: str, suggestion: str, kept: bool | None
) -> None:
    outcome = compare_outcome(adopted, drafted=drafted, asked=asked, promised=promised)
    assert (outcome.suggestion, outcome.kept) == (suggestion, kept)


def test_the_letter_yo_quotes_and_case_make_no_difference() -> None:
    outcome = compare_outcome("«За счет бюджета»", drafted="иначе", asked="за счёт Бюджета.")
    assert (outcome.suggestion, outcome.won) == ("lsg", 1.0)


@given(words, words)
def test_what_was_asked_word_for_word_is_always_won(drafted: list[str], asked: list[str]) -> None:
    wish = " ".join(asked)
    assert compare_outcome(wish, drafted=" ".join(drafted), asked=wish).suggestion == "lsg"


@given(words, words, words)
def test_the_share_won_stays_between_none_and_all(
    adopted: list[str], drafted: list[str], asked: list[str]
) -> None:
    outcome = compare_outcome(" ".join(adopted), drafted=" ".join(drafted), asked=" ".join(asked))
    assert outcome.won is not None
    assert 0 <= outcome.won <= 1
