"""Every public thing of a case is a line of the search that leads to where it stands."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone

from makul.cases.models import Case
from makul.parties.models import Party
from makul.portal.lines import lines_of_bodies, lines_of_case, titled


def test_each_line_leads_to_a_page_on_which_its_place_is_marked(finished: Case) -> None:
    lines = list(lines_of_case(finished, today=timezone.localdate()))
    pages: dict[str, str] = {}
    for line in lines:
        path, _, anchor = line.place.partition("#")
        if path not in pages:
            response = Client().get(path)
            assert response.status_code == 200, path
            pages[path] = response.content.decode()
        assert not anchor or f'id="{anchor}"' in pages[path], line.place


def test_keys_are_unique(finished: Case) -> None:
    lines = list(lines_of_case(finished, today=timezone.localdate()))
    keys = [(line.kind, line.ref, line.language) for line in lines]
    assert len(keys) == len(set(keys))


def test_a_body_is_found_by_both_its_names(finished: Case) -> None:
    [party] = Party.objects.filter(key="demo-ministry")
    lines = list(lines_of_bodies([party]))
    assert [(line.language, line.text) for line in lines] == [
        ("ky", party.name_ky),
        ("ru", party.name_ru),
    ]


def test_a_title_says_whose_word_it_is_and_on_what() -> None:
    assert titled("Кеңеш", "art_7", "ky") == "Кеңеш · 7-берене"
    assert titled("Кеңеш", "", "ky") == "Кеңеш"
