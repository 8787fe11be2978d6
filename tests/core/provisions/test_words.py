"""Two texts compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from makul.core.provisions import spans
from makul.core.provisions.words import bag, likeness, same, without_notes


@given(st.text("аб в.", max_size=30), st.text("аб в.", max_size=30))
def test_spans_give_back_both_texts(old: str, new: str) -> None:
    found = spans(old, new)
    assert "".join(one.before for one in found if one.op != "ins") == old
    assert "".join(one.text for one in found if one.op != "del") == new


def test_a_phrase_is_replaced_as_a_phrase() -> None:
    found = spans("проводится по мере необходимости.", "проводится не реже раза в год.")
    assert [(one.op, one.text) for one in found] == [
        ("equal", "проводится "),
        ("del", "по мере необходимости"),
        ("ins", "не реже раза в год"),
        ("equal", "."),
    ]


def test_what_is_no_difference() -> None:
    assert same("учёт — «дело»", 'учет - "дело"')
    assert not same("учёт", "отчёт")
    assert without_notes("А (Введен Законом КР от 1 мая 2024 года № 3).") == "А."


def test_likeness_of_bags() -> None:
    assert (likeness(bag("а б"), bag("б а")), likeness(bag("а"), bag("б"))) == (1.0, 0.0)


def test_what_stayed_is_kept_in_the_letters_of_both_versions() -> None:
    (span,) = spans("Кеӊеш — орган", "Кеңеш - орган")
    assert (span.op, span.text, span.before) == ("equal", "Кеңеш - орган", "Кеӊеш — орган")


def test_a_capital_letter_is_a_change() -> None:
    assert not same("кабинет министров", "Кабинет Министров")
    assert [one.op for one in spans("кабинет", "Кабинет")] == ["del", "ins"]
