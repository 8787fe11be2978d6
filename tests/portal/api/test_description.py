"""The description of the API is sound, its examples fit it, and the API keeps what it says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from makul.portal.api.description import description, example_of
from makul.portal.api.schemas import ProvisionDetail

DOCUMENT = description()
OPERATIONS = [
    (path, operation) for path, one in DOCUMENT["paths"].items() for operation in one.values()
]


def test_it_is_openapi_3_1(client: Client, db: None) -> None:
    answer = client.get("/api/v1/openapi.json")
    found = answer.json()
    validate(found)
    assert found == DOCUMENT
    assert found["openapi"].startswith("3.1")
    assert found["info"]["license"]["name"] == "CC BY 4.0"


def answers() -> list[tuple[str, str, Any]]:
    return [
        (operation["operationId"], status, answer["content"]["application/json"])
        for _path, operation in OPERATIONS
        for status, answer in operation["responses"].items()
        if "application/json" in answer.get("content", {})
    ]


@pytest.mark.parametrize(("name", "status", "content"), answers())
def test_each_answer_has_an_example_that_fits_it(name: str, status: str, content: Any) -> None:
    schema = content["schema"] | {"components": DOCUMENT["components"]}
    Draft202012Validator(schema).validate(content["example"])


@pytest.mark.parametrize(("path", "operation"), OPERATIONS, ids=lambda one: str(one)[:40])
def test_each_operation_names_its_errors_and_its_parameters(path: str, operation: Any) -> None:
    assert {"200", "304", "400", "422"} <= operation["responses"].keys()
    assert ("404" in operation["responses"]) == ("{" in path)
    assert operation["summary"] and operation["tags"]
    for one in operation["parameters"]:
        assert one["description"] and "example" in one
        bounds = {"maximum", "maxLength", "pattern", "enum", "anyOf"}
        assert bounds & one["schema"].keys(), one["name"]


def test_an_example_is_made_of_its_parts() -> None:
    found = example_of(ProvisionDetail)
    assert found["remarks"][0]["kind"] == "objection"
    json.dumps(found)
