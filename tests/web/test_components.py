"""The page of parts shows every part, in the demonstration only."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import translation

from makul.web.components import components


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_part_can_be_drawn(language: str) -> None:
    with translation.override(language):
        page = components(RequestFactory().get("/components/")).content.decode()
    parts = (
        "tag",
        "due",
        "term",
        "steps",
        "legend",
        "banner",
        "errors",
        "empty",
        "pages",
        "choice",
        "bars",
        "tiles",
        "lines",
        "figures",
        "prov",
        "remark",
        "tasks",
        "receipt",
    )
    assert [part for part in parts if f'class="{part}' not in page] == []


@pytest.mark.django_db
def test_it_is_not_part_of_the_product(settings: Any) -> None:
    assert (settings.DEBUG, settings.MAKUL_DEMO) == (False, False)
    assert Client().get("/components/").status_code == 404
