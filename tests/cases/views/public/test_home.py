"""The front page."""

import pytest

from makul.cases.views.public.home import tile_of


def test_of_an_empty_instance(db, read) -> None:
    assert "No draft is on the way now" in read("/")


def test_shows_what_is_on_the_way_and_what_went_past(running, bypassed, read) -> None:
    text, html = read("/"), read("/", raw=True)
    assert "Who has answered" in text
    assert "The act was adopted without conciliation." in text
    assert f'href="/cases/{running.number}/bodies/"' in html
    assert "1 / 3" in text


@pytest.mark.parametrize(
    ("code", "place"), [("41702000000000", "o-ik"), ("21", "o-oshc"), ("x", "")]
)
def test_each_oblast_has_its_tile(code, place) -> None:
    assert tile_of(code) == place
