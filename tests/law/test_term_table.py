"""The annexed table of terms: every term in days or months, in both tracks and three languages."""

import pytest

from makul.law.order import OrderTerm, order
from makul.law.sources import LANGUAGES
from makul.law.term_table import TermRow, table_of_terms


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_in_days_or_months_is_named_and_placed(language: str):
    rows = table_of_terms(order(), language=language)
    assert [row.key for row in rows] == [
        key for key, term in order().terms.items() if term.unit in ("wd", "mo")
    ]
    assert all(row.name.strip() and row.articles for row in rows)
    assert len({row.name for row in rows}) == len(rows)


def test_an_agreement_shows_its_own_terms():
    own = dict(order().terms) | {"position": OrderTerm("position", 21, 5, "wd")}
    rows = {row.key: row for row in table_of_terms(order(), language="ru", terms=own)}
    assert rows["position"] == TermRow(
        "position", "Позиция органа МСУ", (19,), "21 рабочий день", "5 рабочих дней"
    )
    assert rows["lapse_decider"].ordinary == rows["lapse_decider"].short == "24 месяца"


def test_a_term_used_in_two_articles_names_both():
    rows = {row.key: row for row in table_of_terms(order(), language="ky")}
    assert rows["reply"].articles == (21, 36)
    assert rows["reply"].short == "5 жумуш күнү"
