"""Pair the articles of the Russian and the Kyrgyz text of one act."""

from __future__ import annotations

from dataclasses import dataclass

from makul.core.provisions.act import Act


@dataclass(frozen=True, slots=True)
class Pair:
    """The same article in both languages, by id."""

    ru: str
    ky: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Articles paired, and those that stand in one language only."""

    pairs: tuple[Pair, ...]
    only_ru: tuple[str, ...]
    only_ky: tuple[str, ...]


def align(ru: Act, ky: Act) -> Alignment:
    """Pair article by article: by id, and between paired neighbours by order.

    «Статья 222-2» and «222²-берене» bear the same id. Where exactly as many articles are left
    between two pairs in one language as in the other, they are paired in order: so «2221», with its
    superscript lost, still finds 222¹.

    >>> from makul.core.provisions import Line, split
    >>> ru = split([Line("Статья 1. Имя"), Line("Статья 1-1. Иное")], language="ru")
    >>> ky = split([Line("1-берене. Аты"), Line("1¹-берене. Башка")], language="ky")
    >>> [(pair.ru, pair.ky) for pair in align(ru, ky).pairs]
    [('art_1', 'art_1'), ('art_1_1', 'art_1_1')]
    """
    left = [article.eid for article in ru.articles]
    right = [article.eid for article in ky.articles]
    pairs = {eid: eid for eid in left if eid in set(right)}
    pairs.update(_between(left, right, set(pairs)))
    used = set(pairs.values())
    return Alignment(
        tuple(Pair(eid, pairs[eid]) for eid in left if eid in pairs),
        tuple(eid for eid in left if eid not in pairs),
        tuple(eid for eid in right if eid not in used),
    )


def _between(left: list[str], right: list[str], paired: set[str]) -> dict[str, str]:
    """Unpaired articles in the same gap, when the gap holds as many in each language."""
    gaps_left, gaps_right = _gaps(left, paired), _gaps(right, paired)
    return {
        one: other
        for before, ones in gaps_left.items()
        for others in [gaps_right.get(before, [])]
        if len(ones) == len(others)
        for one, other in zip(ones, others, strict=True)
    }


def _gaps(eids: list[str], paired: set[str]) -> dict[str, list[str]]:
    """Unpaired ids under the paired one they follow."""
    gaps: dict[str, list[str]] = {}
    before = ""
    for eid in eids:
        if eid in paired:
            before = eid
        else:
            gaps.setdefault(before, []).append(eid)
    return gaps
