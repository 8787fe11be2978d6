"""What a page ships beside its text: the style sheets and scripts it names, compressed by gzip."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from bench.size import Size
from bench.stopwatch import Say, fetch

LINKED = re.compile(r"""<(?:link[^>]*\srel="stylesheet"[^>]*\shref|script[^>]*\ssrc)="([^"]+)""")


def measure(size: Size, *, say: Say) -> float:
    from django.urls import reverse

    from bench import scene

    house = scene.build_house(bodies=3)
    case = scene.build_case(house, articles=3)
    scene.file_positions(case, house, remarks_each=2)
    pages = {
        "case_list": scene.anyone(),
        "case_text": scene.anyone(),
        "rows_desk": scene.browser(house.mandate("association")),
    }
    sizes = []
    for name, client in pages.items():
        numbers = [] if name == "case_list" else [case.number]
        shipped = {url: weight(url) for url in linked(fetch(client, reverse(name, args=numbers)))}
        say(f"{name}: {shipped}")
        sizes.append(sum(shipped.values()))
    return round(max(sizes) / 1000, 1)


def linked(text: str) -> list[str]:
    """The addresses of the style sheets and scripts of a page, each once."""
    return list(dict.fromkeys(LINKED.findall(text)))


def weight(address: str) -> int:
    """The bytes of a file as they go over the wire."""
    return len(gzip.compress(file_of(address).read_bytes(), compresslevel=9, mtime=0))


def file_of(address: str) -> Path:
    """The file behind an address: collected, or where it lies in its room."""
    from django.conf import settings
    from django.contrib.staticfiles import finders

    name = address.partition("?")[0].removeprefix(settings.STATIC_URL)
    collected = Path(settings.STATIC_ROOT) / name
    return collected if collected.exists() else Path(finders.find(name) or "")
