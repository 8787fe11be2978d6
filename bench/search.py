"""The search over a hundred thousand lines: how many queries a page of it takes and how long."""

from __future__ import annotations

import random
from typing import Any

from bench.size import Size
from bench.stopwatch import Say, page

WORDS_KY = [
    "айыл",
    "өкмөтү",
    "жергиликтүү",
    "кеңеш",
    "бюджет",
    "калдык",
    "суу",
    "жарык",
    "жол",
    "мектеп",
    "салык",
    "мүлк",
    "жер",
    "укук",
    "милдет",
    "тартип",
    "мөөнөт",
    "долбоор",
    "берене",
    "бөлүк",
    "пункт",
    "мыйзам",
    "токтом",
    "чечим",
    "макулдашуу",
    "сын-пикир",
]
WORDS_RU = [
    "айыл",
    "окмоту",
    "местный",
    "кенеш",
    "бюджет",
    "отходы",
    "вода",
    "освещение",
    "дорога",
    "школа",
    "налог",
    "имущество",
    "земля",
    "право",
    "обязанность",
    "порядок",
    "срок",
    "проект",
    "статья",
    "часть",
    "пункт",
    "закон",
    "постановление",
    "решение",
]
ASKED = ("отходами", "калдыктардын", "местного бюджета", "космодром")
LINE = 28  # words


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    from urllib.parse import quote

    from django.urls import reverse

    from bench import scene
    from makul.portal.models import SearchLine

    house = scene.build_house(bodies=2)
    cases = [scene.build_case(house, number=number) for number in range(1, 11)]
    lines = size.search_lines
    dice = random.Random(1)
    made = (_line(n, cases[n % len(cases)], dice) for n in range(lines))
    SearchLine.objects.bulk_create(made, batch_size=1_000)
    say(f"{lines} lines made")
    address = reverse("search")
    pages = [page(scene.anyone(), f"{address}?q={quote(q)}", times=size.times) for q in ASKED]
    slowest = max(pages, key=lambda one: one.lap)
    say(f"the slowest of {len(ASKED)} searches: {slowest.lap}")
    queries = max(one.queries for one in pages)
    return {"lines": lines, "queries": queries, "ms": slowest.ms}


def _line(number: int, case: Any, dice: random.Random) -> Any:
    from makul.portal.lines import line

    language = ("ky", "ru")[number % 2]
    text = " ".join(dice.choices(WORDS_KY if language == "ky" else WORDS_RU, k=LINE))
    kind = ("provision", "remark", "row", "reply")[number % 4]
    ref = f"bench-{number}"
    return line(kind, ref, language, title="7-берене", text=text, place="/", case=case)
