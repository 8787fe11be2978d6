"""The documentation of the API as a page, made on the server from the description itself."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from makul.cases.views.public.page import cached
from makul.portal.api.description import LICENCE, description

TAGS = {
    "cases": gettext_lazy("Conciliations"),
    "texts": gettext_lazy("Texts"),
    "remarks": gettext_lazy("Remarks and replies"),
    "bodies": gettext_lazy("Bodies"),
    "parliament": gettext_lazy("In the Jogorku Kenesh"),
}


@require_safe
@cached
def documentation(request: HttpRequest) -> HttpResponse:
    document = description()
    groups = [
        {"tag": tag, "title": title, "operations": operations_of(document, tag)}
        for tag, title in TAGS.items()
    ]
    schemas = document["components"]["schemas"]
    values = {
        "title": _("The API"),
        "groups": groups,
        "records": [record_of(name, schemas[name]) for name in sorted(schemas)],
        "licence": LICENCE,
        "nav": "open_data",
    }
    return render(request, "portal/api_docs.html", values)


def operations_of(document: dict[str, Any], tag: str) -> list[dict[str, Any]]:
    return [
        operation_of(path, operation)
        for path, methods in document["paths"].items()
        for operation in methods.values()
        if tag in operation["tags"]
    ]


def operation_of(path: str, operation: dict[str, Any]) -> dict[str, Any]:
    """One operation as the page shows it; the sentences in the language of the page."""
    answer = operation["responses"]["200"]["content"]["application/json"]
    summary = operation["summary"]
    return {
        "id": operation["operationId"],
        "path": path,
        "try": example_path(path, operation["parameters"]),
        "summary": _(summary),
        "parameters": [parameter_of(one) for one in operation["parameters"]],
        "answers": sorted(operation["responses"]),
        "record": answer["schema"]["$ref"].rpartition("/")[2],
        "example": json.dumps(answer["example"], ensure_ascii=False, indent=2),
    }


def example_path(path: str, parameters: list[dict[str, Any]]) -> str:
    """The address with the examples of its parts put in."""
    for one in parameters:
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", str(one["example"]))
    return path


def parameter_of(one: dict[str, Any]) -> dict[str, Any]:
    about = one["description"]
    return {
        "name": one["name"],
        "is_required": one["required"],
        "about": _(about),
        "kind": kind_of(one["schema"]),
        "example": one["example"],
    }


def record_of(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    columns = [
        {"name": key, "kind": kind_of(column), "about": _(about)}
        for key, column in schema["properties"].items()
        for about in [column["description"]]
    ]
    return {"name": name, "columns": columns}


def kind_of(schema: dict[str, Any]) -> str:
    """The type in a few words: integer 1…200, array of RowRecord, string or null."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(kind_of(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    said = str(schema.get("format") or schema.get("type", "any"))
    if said == "array":
        return f"array of {kind_of(schema['items'])}"
    low, high = schema.get("minimum"), schema.get("maximum")
    return f"{said} {low}…{high}" if low is not None else said
