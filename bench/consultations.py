"""The seed other systems were measured on: 100 consultations, 695 paragraphs, 1,000 comments, 50 users."""

from __future__ import annotations

from typing import Any

from bench.size import Size
from bench.stopwatch import Page, Say, page

REMARKS_EACH = 20  # of the bodies that speak on the one long draft


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    from django.urls import reverse

    from bench import scene

    house = scene.build_house(bodies=size.peers_remarks // REMARKS_EACH)
    long = scene.build_case(house, articles=size.peers_articles)
    remarks = scene.file_positions(long, house, remarks_each=REMARKS_EACH)
    scene.put_into_rows(long, house, remarks)
    for number in range(2, size.cases + 1):
        scene.build_case(house, number=number, articles=1)
    say(f"{size.cases} consultations, {paragraphs()} paragraphs, {len(remarks)} comments made")
    busiest = max((one.eid for one in remarks), key=[one.eid for one in remarks].count)
    addresses = {
        "list": reverse("case_list"),
        "text": reverse("case_text", args=[long.number]),
        "paragraph": f"/api/v1/cases/{long.number}/provisions/{busiest}",
    }
    found: dict[str, Page] = {}
    for name, address in addresses.items():
        found[name] = page(scene.anyone(), address, times=size.times)
        say(f"{name}: {found[name].lap}, {found[name].queries} queries")
    return {
        "consultations": size.cases,
        "paragraphs": paragraphs(),
        "comments": len(remarks),
        "most_queries": max(one.queries for one in found.values()),
        "paragraph_queries": found["paragraph"].queries,
        "list_ms": found["list"].ms,
        "text_ms": found["text"].ms,
        "paragraph_ms": found["paragraph"].ms,
    }


def paragraphs() -> int:
    """Parts of articles in the drafts, in one language: what a comment can be tied to."""
    from makul.documents.models import Provision

    return Provision.objects.filter(kind="part", version__language="ky").count()
