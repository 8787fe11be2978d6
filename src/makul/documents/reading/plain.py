"""Plain text: its encoding, the furniture of PDF pages, lines broken by hand joined again."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from makul.core.provisions import Line
from makul.core.provisions.marks import mark_of
from makul.core.provisions.numbers import superscript

_ENCODINGS = ("cp1251", "koi8-r", "cp866")
_COMMON = frozenset("оеаинтсрвлкмдпуыяңөү")
_SITE = re.compile(
    r"^(?:https?://)?(?:www\.)?cbd\.minjust\.gov\.kg\S*(?:\s+\d+(?:\s*/\s*\d+)?)?$", re.I
)
_PAGE = re.compile(
    r"^(?:[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}|(?:стр(?:аница)?\.?|бет)\s*\d{1,4}(?:\s*(?:из|/)\s*\d+)?)$",
    re.I,
)
_LEADER = re.compile(r"\.{5}\s*\d{1,4}$")
_ENDED = re.compile(r"[.:;!?»”\"]$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]")
_WIDE = 120


def decode(data: bytes) -> str | None:
    """The text of `data`, or None when it is not text at all.

    >>> decode("Статья".encode("cp1251")), decode(bytes(range(32)) * 4)
    ('Статья', None)
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if _is_binary(data):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return max((data.decode(one, errors="replace") for one in _ENCODINGS), key=_likeness)


def _is_binary(data: bytes) -> bool:
    sample = data[:8192]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return b"\x00" in sample or controls > len(sample) // 50


def _likeness(text: str) -> int:
    """How much of a text is made of the common small letters of Russian and Kyrgyz."""
    return sum(letter in _COMMON for letter in text[:20_000])


def lines_of_text(text: str) -> tuple[Line, ...]:
    """Paragraphs of a plain text, without page headers, footers and numbers.

    >>> [line.text for line in lines_of_text("Статья 1^1. Имя\\n\\n1. Первая.")]
    ['Статья 1¹. Имя', '1. Первая.']
    """
    raw = [_tidy(line) for line in text.replace("\f", "\n\f").splitlines()]
    kept = _without_furniture(raw)
    paragraphs = _joined(kept) if _is_wrapped(kept) else [line.strip() for line in kept]
    found = (_flat(paragraph) for paragraph in paragraphs)
    return tuple(Line(one) for one in found if one and not _LEADER.search(one[-20:]))


def _tidy(line: str) -> str:
    composed = unicodedata.normalize("NFC", line.expandtabs(4).replace("\u00a0", " "))
    return _INVISIBLE.sub("", composed).rstrip()


def _flat(text: str) -> str:
    """One space between words; a superscript marked by ^ raised."""
    spaced = " ".join(text.split())
    return re.sub(r"(?<=[\dа-яё])\^(\d{1,2})", lambda found: superscript(found[1]), spaced)


def _without_furniture(lines: Sequence[str]) -> list[str]:
    """Drop site addresses, page numbers and the heads that repeat below them."""
    bounds = _page_bounds(lines)
    if not bounds:
        return list(lines)
    starts, ends = [-1, *bounds], [*bounds, len(lines)]
    heads = [_head_of_page(lines, *page) for page in zip(starts, ends, strict=True)]
    counts = Counter(place for head in heads for place in enumerate(head.values()))
    drop = set(bounds)
    for bound, head in zip(starts, heads, strict=True):
        drop.update(_repeated(head, counts))
        drop.update(_blank_around(lines, bound))
    return [line for index, line in enumerate(lines) if index not in drop]


def _page_bounds(lines: Sequence[str]) -> list[int]:
    """Lines that only end a page: the address of the site, or the number of the page."""
    flat = [line.strip() for line in lines]
    sites = [index for index, text in enumerate(flat) if _SITE.match(text)]
    numbers = [
        index for index, text in enumerate(flat) if _PAGE.match(text) and _alone(flat, index)
    ]
    figures = [int(re.sub(r"\D", "", flat[index].split("/")[0]) or 0) for index in numbers]
    rising = len(figures) > 1 and all(b > a for a, b in itertools.pairwise(figures))
    return sorted({*sites, *(numbers if rising or sites else [])})


def _alone(lines: Sequence[str], index: int) -> bool:
    before = lines[index - 1] if index else ""
    after = lines[index + 1] if index + 1 < len(lines) else ""
    return not before or not after


def _head_of_page(lines: Sequence[str], bound: int, following: int) -> dict[int, str]:
    """The first four lines of the page between two bounds, by their places."""
    page = (index for index in range(bound + 1, following) if lines[index].strip())
    return {index: " ".join(lines[index].split()) for index in itertools.islice(page, 4)}


def _repeated(head: dict[int, str], counts: Counter[tuple[int, str]]) -> list[int]:
    """The lines at the top of a page that stand in the same order at the top of another."""
    placed = zip(head, enumerate(head.values()), strict=True)
    return [index for index, _ in itertools.takewhile(lambda one: counts[one[1]] > 1, placed)]


def _blank_around(lines: Sequence[str], bound: int) -> list[int]:
    """Blank lines beside the end of a page part nothing."""
    found = []
    for step in (-1, 1):
        index = bound + step
        while 0 <= index < len(lines) and not lines[index].strip():
            found.append(index)
            index += step
    return found


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines were broken to a width: several go on in small letters."""
    if max((len(line.strip()) for line in lines), default=0) > _WIDE:
        return False
    pairs = itertools.pairwise(lines)
    return sum(_goes_on(one.strip(), two.strip()) for one, two in pairs) >= 3


def _goes_on(line: str, following: str) -> bool:
    return bool(line and following) and not _ENDED.search(line[-1:]) and following[0].islower()


def _joined(lines: Sequence[str]) -> list[str]:
    """Paragraphs of a text broken to a width."""
    body = [line for line in lines if line.strip()]
    indented = sum(1 <= _indent(line) < 8 for line in body) * 20 > len(body)
    margin = min((_indent(line) for line in body), default=0)
    found: list[list[str]] = []
    before = ""
    for line in lines:
        if line.strip() and before and not _starts(line, before, indented=indented, margin=margin):
            found[-1].append(line.strip())
        elif line.strip():
            found.append([line.strip()])
        before = line
    return [_glued(pieces) for pieces in found]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _starts(line: str, before: str, *, indented: bool, margin: int) -> bool:
    """Whether `line` begins a paragraph after `before`."""
    text, last = line.strip(), before.strip()
    centred = _indent(line) >= 8 and _indent(before) >= 8
    if centred:
        return bool(_ENDED.search(last[-1:])) or not _same_block(last, text)
    if indented:
        return _indent(line) > margin
    return bool(_ENDED.search(last[-1:])) and mark_of(text) is not None


def _same_block(last: str, text: str) -> bool:
    """Two centred lines are one title, unless the first is all capitals and the second is not."""
    return last.isupper() == text.isupper()


def _glued(pieces: Sequence[str]) -> str:
    """Lines of one paragraph; a word parted by a hyphen at the end of a line becomes whole."""
    return re.sub(r"(?<=[а-яөүң])-\n(?=[а-яөүң])", "", "\n".join(pieces))
