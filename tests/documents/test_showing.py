"""Changes written out for a page: what went, what came, moves in words, nothing as markup."""

from __future__ import annotations

from django.utils import translation

from makul.core.provisions import Line, compare, split
from makul.documents.comparing import by_article
from makul.documents.showing import changes_html, kind_words, move_words, spans_html

OLD = "Статья 1. Имя\n1. Раз в год.\n2. Без перемен."
NEW = "Статья 1. Имя\n1. Раз в <b>месяц</b>.\n2. Без перемен."


def shown(*, is_all: bool = False) -> str:
    old, new = (split([Line(line) for line in text.splitlines()]) for text in (OLD, NEW))
    [article] = by_article(compare(old, new))
    with translation.override("en"):
        return changes_html(article, language="ru", is_all=is_all)


def test_only_what_differs_is_shown_with_its_place() -> None:
    html = shown()
    assert "Article 1, part 1 · changed" in html
    assert "<del>год</del>" in html and "<ins>" in html
    assert "Без перемен" not in html
    assert "Без перемен" in shown(is_all=True)


def test_what_was_handed_in_cannot_become_markup() -> None:
    assert "<b>" not in shown() and "&lt;b&gt;" in shown()


def test_a_move_is_said_in_the_words_of_the_page() -> None:
    with translation.override("en"):
        assert move_words("art_3", "art_4") == "was: Article 3; is: Article 4"
        assert kind_words("added") == "new"


def test_lines_of_a_piece_stay_lines() -> None:
    from makul.core.provisions import Span

    assert spans_html([Span("equal", "а\nб"), Span("ins", "в")]) == "а<br>б<ins>в</ins>"
