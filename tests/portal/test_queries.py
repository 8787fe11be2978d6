"""Words are found by case in any form and spelling, within their own language, in few queries."""

from __future__ import annotations

import doctest

import pytest
from django.utils import timezone

from makul.cases.models import Case
from makul.portal import queries
from makul.portal.actions import rebuild_search
from makul.portal.models import SearchLine
from makul.portal.queries import Wish, find_bodies, find_cases, pieces, with_lines


@pytest.fixture
def read_in(finished: Case) -> Case:
    rebuild_search(now=timezone.now())
    return finished


def numbers(text: str, **filters: object) -> list[str]:
    wish = Wish(text, **filters)  # type: ignore[arg-type]
    found, _kinds = find_cases(wish)
    return [one.case.number for one in with_lines(found, wish) if one.case]


@pytest.mark.parametrize(
    "text",
    [
        "уличное освещение",
        "освещению УЛИЧНОМУ",
        "жарык",
        "реестр светильники",
        "айыл аймактар инспектору",
        "Инспeктор",
    ],
)
def test_a_case_is_found_by_any_form_of_its_words(read_in: Case, text: str) -> None:
    assert numbers(text) == [read_in.number]


def test_a_case_is_found_by_its_number(read_in: Case) -> None:
    assert numbers(read_in.number) == [read_in.number]


@pytest.mark.parametrize("text", ["", "   ", "—", "космодром", "освещение космодром", "%", "_"])
def test_what_is_not_there_is_not_found(read_in: Case, text: str) -> None:
    assert numbers(text) == []


def test_filters_narrow(read_in: Case) -> None:
    year = read_in.opened_at.year
    assert numbers("освещение", kind="draft", language="ru", year=year) == [read_in.number]
    assert numbers("освещение", language="ky") == []
    assert numbers("освещение", year=year - 1) == []
    assert numbers("освещение", kind="outcome", language="ru") == [read_in.number]  # the protocol
    assert numbers("освещение", state="adopted") == []
    assert numbers("освещение", state="not_agreed") == [read_in.number]


def test_the_words_are_marked_in_the_spelling_of_the_author(read_in: Case) -> None:
    wish = Wish("освещение")
    [one] = with_lines(find_cases(wish)[0], wish)
    title = next(hit for hit in one.hits if hit.kind == "title")
    assert [piece for piece, is_found in title.pieces if is_found] == ["освещении"]
    assert "".join(piece for piece, _is_found in title.pieces) == read_in.title_ru


def test_bodies_are_found_by_their_names(read_in: Case) -> None:
    line = SearchLine.objects.filter(kind="body").first()
    assert line is not None
    assert line.place in [hit.place for hit in find_bodies(Wish(line.text))]


def test_a_search_takes_the_same_queries_for_one_case_and_for_many(
    read_in: Case, django_assert_num_queries
) -> None:
    for n in range(30):
        case = Case.objects.create(
            number=f"2025-{n:04}",
            procedure="npa",
            edition=read_in.edition,
            act_kind="law",
            title_ru="Об освещении дорог",
            opened_at=timezone.now(),
        )
        SearchLine.objects.create(
            case=case,
            kind="title",
            ref="",
            language="ru",
            title=case.number,
            text=case.title_ru,
            folded=" об освещении дорог",
            place="/",
            year=2025,
        )
    wish = Wish("освещение")
    with django_assert_num_queries(3):
        found, kinds = find_cases(wish)
        assert len(with_lines(found[:20], wish)) == 20
    assert (len(found), kinds["title"]) == (31, 31)


def test_pieces_show_the_surroundings_of_the_first_word() -> None:
    text = "слово " * 100 + "находка " + "слово " * 100
    found = pieces(text, [(600, 607)])
    assert found[0] == ("… ", False)
    assert ("находка", True) in found
    assert sum(len(piece) for piece, _is_found in found) < 400


def test_examples() -> None:
    assert doctest.testmod(queries).failed == 0
