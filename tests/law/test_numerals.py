"""Numbers with their nouns, as Russian, Kyrgyz and English decline them."""

import pytest

from makul.law.numerals import print_number


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("wd", "1 рабочего дня, 2 рабочих дней, 5 рабочих дней, 11 рабочих дней, 21 рабочего дня"),
        (
            "wdacc",
            "1 рабочий день, 2 рабочих дня, 5 рабочих дней, 11 рабочих дней, 21 рабочий день",
        ),
        ("mo", "1 месяца, 2 месяцев, 5 месяцев, 11 месяцев, 21 месяца"),
        ("moacc", "1 месяц, 2 месяца, 5 месяцев, 11 месяцев, 21 месяц"),
        ("n", "1, 2, 5, 11, 21"),
    ],
)
def test_russian_numbers(form: str, numbers: str):
    found = [print_number(n, form=form, language="ru") for n in (1, 2, 5, 11, 21)]
    assert ", ".join(found) == numbers


def test_kyrgyz_nouns_stay_in_the_singular_and_english_ones_do_not():
    assert print_number(10, form="wd", language="ky") == "10 жумуш күнү"
    assert print_number(12, form="mo", language="ky") == "12 ай"
    assert print_number(1, form="mo", language="en") == "1 month"
    assert print_number(12, form="mo", language="en") == "12 months"
