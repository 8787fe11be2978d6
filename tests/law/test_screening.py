"""The word lists of screening: complete in both languages, and of the kinds the Order names."""

import pytest

from makul.law.data import names_in, read_yaml
from makul.law.screening import KINDS, vocabulary


def test_a_list_for_each_kind_and_no_other() -> None:
    assert names_in("screening") == sorted([*(f"{kind}.yaml" for kind in KINDS), "bodies.yaml"])


@pytest.mark.parametrize("kind", KINDS)
def test_each_list_speaks_both_languages(kind: str) -> None:
    data = read_yaml("screening", f"{kind}.yaml")
    assert sorted(data) == ["basis", "ky", "needs_body", "ru"]
    assert data["ru"] and data["ky"]
    assert len(set(data["ru"])) == len(data["ru"]) and len(set(data["ky"])) == len(data["ky"])


def test_the_parliament_is_no_local_body() -> None:
    from makul.core.provisions import Line, affects_hint, split

    act = split([Line("Статья 1. А"), Line("Жогорку Кенеш утверждает расходы и проверяет их.")])
    assert not affects_hint(act, vocabulary())
