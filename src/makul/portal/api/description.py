"""The description of the API: OpenAPI 3.1 with an example for every answer, errors and licence."""

from __future__ import annotations

import json
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from ninja import Schema
from ninja.openapi.schema import OpenAPISchema

from makul.portal.api import schemas
from makul.portal.api.views.api import api
from makul.portal.opendata import schemas as records
from makul.portal.parliament import pages as house

LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
ABOUT = """Everything public about the conciliation of draft acts with local self-government, and of bills,
sittings and expertises in Parliament.

Read only, no key, no cookie, open to every origin. Texts are given in Kyrgyz and in Russian as they
stand: a text that is missing is null or empty and is never replaced by the other one. Each answer has
an ETag; asked again with If-None-Match it is 304 while nothing changed. Lists come in pages."""
ERRORS = {
    "304": {"description": "Not Modified: nothing changed since the ETag of If-None-Match"},
    "400": {
        "description": "Bad Request: the address cannot be read",
        "content": {"text/html": {"schema": {"type": "string"}}},
    },
}


def example_of(schema: type[Schema]) -> dict[str, Any]:
    """An example made of the examples of its columns.

    >>> example_of(schemas.Problem)
    {'detail': 'Not Found'}
    """
    found: dict[str, Any] = {}
    for name, field in schema.model_fields.items():
        found[name] = field.examples[0] if field.examples else parts_of(field.annotation)
    return found


def parts_of(annotation: Any) -> Any:
    """The example of a list of records, or of a column that may be empty."""
    if get_origin(annotation) is list:
        inner = get_args(annotation)[0]
        is_record = isinstance(inner, type) and issubclass(inner, Schema)
        return [example_of(inner)] if is_record else []
    if get_origin(annotation) in {Union, UnionType}:
        return None
    raise TypeError(annotation)


@cache
def description() -> dict[str, Any]:
    """The whole description; the same for every reader, so that it is made once."""
    found = OpenAPISchema(api, "api/v1/")
    document: dict[str, Any] = json.loads(json.dumps(found, default=str))
    document["info"] |= {"description": ABOUT, "license": LICENCE}
    document["servers"] = [{"url": "/"}]
    document["tags"] = [
        {"name": name} for name in ("cases", "texts", "remarks", "bodies", "parliament")
    ]
    for path in document["paths"].values():
        for operation in path.values():
            operation["responses"] |= ERRORS
            for answer in operation["responses"].values():
                add_example(answer)
    return document


def add_example(answer: dict[str, Any]) -> None:
    content = answer.get("content", {}).get("application/json")
    if content is None:
        return
    name = content["schema"].get("title") or content["schema"]["$ref"].rpartition("/")[2]
    found = next(one for place in (schemas, records, house) if (one := getattr(place, name, None)))
    content["example"] = example_of(found)
