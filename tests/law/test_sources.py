"""The sources: a title in three languages for every key that the law's data cite."""

import pytest

from makul.core.errors import BadInput
from makul.law.sources import LANGUAGES, source, sources


def test_every_source_has_a_title_in_three_languages():
    for each in sources().values():
        assert all(each.title(language).strip() for language in LANGUAGES), each.key


def test_a_title():
    assert source("labour.66").title("ky") == "КР Эмгек кодексинин 66-беренеси"
    assert source("moves.2025").seen_at == (
        "cbd.minjust.gov.kg/7-36549/edition/26567",
        "cbd.minjust.gov.kg/7-38206/edition/26566",
    )


def test_proposed_is_told_from_law():
    assert [each.key for each in sources().values() if each.is_proposed] == ["proposed"]


def test_an_unknown_source_is_named():
    with pytest.raises(BadInput) as unknown:
        source("magna.carta")
    assert (unknown.value.code, unknown.value.params) == ("unknown_source", {"key": "magna.carta"})
