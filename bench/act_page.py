"""The public page of a draft act: its whole text in both languages with the marks of all remarks."""

from __future__ import annotations

from typing import Any

from bench.size import Size
from bench.stopwatch import Say, page

REMARKS_EACH = 20


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    from django.urls import reverse

    from bench import scene

    house = scene.build_house(bodies=size.remarks // REMARKS_EACH)
    case = scene.build_case(house, articles=size.articles)
    remarks = scene.file_positions(case, house, remarks_each=REMARKS_EACH)
    scene.put_into_rows(case, house, remarks)
    say(f"an act of {size.articles} articles with {len(remarks)} remarks made")
    found = page(scene.anyone(), reverse("case_text", args=[case.number]), times=size.times)
    say(f"its page: {found.lap}")
    return {
        "articles": size.articles,
        "remarks": len(remarks),
        "queries": found.queries,
        "ms": found.ms,
        "html_kb": found.html_kb,
    }
