"""The public list of cases: how many queries it takes and how long, page after page of it."""

from __future__ import annotations

from typing import Any

from bench.size import Size
from bench.stopwatch import Say, page


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    from django.urls import reverse

    from bench import scene

    house = scene.build_house(bodies=12)
    for number in range(1, size.cases + 1):
        case = scene.build_case(house, number=number)
        scene.file_positions(case, house, remarks_each=0)
    say(f"{size.cases} cases made")
    address = reverse("case_list")
    pages = [page(scene.anyone(), f"{address}?page={n}", times=size.times) for n in (1, 2)]
    slowest = max(pages, key=lambda one: one.lap)
    say(f"the slower of its first two pages: {slowest.lap}")
    queries = max(one.queries for one in pages)
    return {"rows": size.cases, "queries": queries, "ms": slowest.ms}
