"""The page of open data and its files, written out as they are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from makul.cases.views.public.page import cached
from makul.portal.api.reading import case_of, whole_case
from makul.portal.opendata.datasets import DATASETS, Dataset
from makul.portal.opendata.writing import csv_lines, json_lines


def dataset_of(key: str) -> Dataset:
    if key not in DATASETS:
        raise Http404
    return DATASETS[key]


@require_safe
@cached
def open_data(request: HttpRequest) -> HttpResponse:
    values = {
        "title": _("Open data"),
        "datasets": [{"own": one, "columns": columns_of(one)} for one in DATASETS.values()],
        "nav": "open_data",
    }
    return render(request, "portal/open_data.html", values)


def columns_of(dataset: Dataset) -> list[dict[str, str]]:
    """The data dictionary of one file, in the language of the page."""
    return [
        {"name": name, "kind": kind_of(field.annotation), "about": _(about)}
        for name, field in dataset.record.model_fields.items()
        if (about := field.description)
    ]


def kind_of(annotation: Any) -> str:
    """The kind of a column in a word of the page."""
    words = {
        "str": _("text"),
        "int": _("whole number"),
        "bool": _("true or false"),
        "date": _("day, YYYY-MM-DD"),
        "datetime": _("moment, UTC"),
        "list[str]": _("list, set apart by semicolons"),
    }
    name = getattr(annotation, "__name__", "") if isinstance(annotation, type) else str(annotation)
    bare = str(annotation) if name == "list" else name
    bare = bare.removesuffix(" | None").removeprefix("datetime.")
    return words.get(bare, bare)


def handed_out(lines: Iterator[str], content_type: str, name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type=content_type)
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@require_safe
def data_csv(request: HttpRequest, key: str) -> StreamingHttpResponse:
    found = dataset_of(key)
    lines = csv_lines(found.record, found.read(timezone.localdate()))
    return handed_out(lines, "text/csv; charset=utf-8; header=present", f"makul-{key}.csv")


@require_safe
def data_json(request: HttpRequest, key: str) -> StreamingHttpResponse:
    found = dataset_of(key)
    lines = json_lines(found.read(timezone.localdate()))
    return handed_out(lines, "application/json", f"makul-{key}.json")


@require_safe
def data_case(request: HttpRequest, number: str) -> JsonResponse:
    """Everything public of one case."""
    found = whole_case(case_of(number), today=timezone.localdate())
    said = found.model_dump(mode="json")
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False, "indent": 1})
