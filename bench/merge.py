"""The association's desk over the remarks of all bodies: every remark held against every other, the
largest group merged into a row, and the desk shown for the article most was said to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from bench.size import Size
from bench.stopwatch import Say, fetch, lap, middle

ARTICLES = 40


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    from bench import scene

    house = scene.build_house(bodies=size.positions)
    case = scene.build_case(house, articles=ARTICLES)
    remarks = scene.file_positions(case, house, remarks_each=size.remarks_each)
    say(f"{len(remarks)} remarks of {size.positions} bodies made")
    work = desk_work(case, house.mandate("association"))
    work()
    found = middle(work, again=size.again)
    say(f"compared, the largest group merged, the desk shown: {found}")
    groups, every = merge_all(case, house.mandate("association"))
    say(f"beside the figure, all {groups} groups merged one decision after another: {every}")
    return {"positions": size.positions, "remarks": len(remarks), "s": round(found.s, 2)}


def desk_work(case: Any, actor: Any) -> Callable[[], None]:
    """The work that is timed; what it merges is taken back, so that each run finds the same."""
    from django.db import transaction
    from django.urls import reverse

    from bench import scene
    from makul.cases.actions.rows import merge_remarks
    from makul.cases.queries.table import article_of, filed

    said = Counter(article_of(one.eid) for one in filed(case))
    address = f"{reverse('rows_desk', args=[case.number])}?at={said.most_common(1)[0][0]}"
    client = scene.browser(actor)

    def work() -> None:
        with transaction.atomic():
            largest = groups_of(case)[0]
            merge_remarks(case=case, remarks=largest.remarks, actor=actor, now=scene.START)
            fetch(client, address)
            transaction.set_rollback(True)

    return work


def groups_of(case: Any) -> list[Any]:
    """What is suggested to be merged, over the whole case, the largest group first."""
    from makul.cases.queries.table import filed, suggestions
    from makul.core.remarks.alike import THRESHOLD

    return [one for one in suggestions(list(filed(case)), threshold=THRESHOLD) if one.is_open]


def merge_all(case: Any, actor: Any) -> tuple[int, Any]:
    """Follow every suggestion, each as a decision of its own; how many there were."""
    from bench import scene
    from makul.cases.actions.rows import merge_remarks

    groups = groups_of(case)

    def work() -> None:
        for group in groups:
            merge_remarks(case=case, remarks=group.remarks, actor=actor, now=scene.START)

    return len(groups), lap(work)
