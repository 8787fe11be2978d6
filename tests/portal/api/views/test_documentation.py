"""The documentation of the API: made from the description, without a script, in three languages."""

from __future__ import annotations

import pytest

from makul.portal.api.description import description
from makul.portal.api.views.documentation import example_path, kind_of


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_operation_and_record_stands_on_the_page(read, language: str) -> None:
    html = read("/api/v1/docs/", language=language, raw=True)
    document = description()
    for path, methods in document["paths"].items():
        assert f"GET {path}" in html
        assert f'id="{methods["get"]["operationId"]}"' in html
    for name in document["components"]["schemas"]:
        assert f'id="r-{name}"' in html
    assert "<script" not in html


def test_the_sentences_are_in_the_language_of_the_page(read) -> None:
    summary = description()["paths"]["/api/v1/bodies"]["get"]["summary"]
    assert summary in read("/api/v1/docs/")
    assert summary not in read("/api/v1/docs/", language="ky")


def test_types_are_said_in_a_few_words() -> None:
    assert kind_of({"type": "integer", "minimum": 1, "maximum": 200}) == "integer 1…200"
    assert kind_of({"type": "array", "items": {"$ref": "#/x/RowRecord"}}) == "array of RowRecord"
    assert kind_of({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}) == "date | null"  # fmt: skip
    assert kind_of({"enum": ["ky", "ru"]}) == "ky | ru"


def test_the_address_is_filled_with_the_examples() -> None:
    parameters = [
        {"in": "path", "name": "number", "example": "2026-0007"},
        {"in": "query", "name": "page", "example": 1},
    ]
    assert example_path("/cases/{number}", parameters) == "/cases/2026-0007"
