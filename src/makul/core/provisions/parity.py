"""Whether the two languages of an act say as much: what stands, or changed, in one of them only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from makul.core.provisions.act import Act, Provision
from makul.core.provisions.align import align
from makul.core.provisions.compare import compare

TOPS = frozenset({"article", "annex", "point", "part", "preamble", "chapter", "section", "book"})
BESIDE = frozenset({"note", "contents", "signature", "requisite", "title"})
_FIGURE = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3})*")
_SPACES = re.compile(r"[ \u00a0\u202f]")


@dataclass(frozen=True, slots=True)
class Gap:
    """One article (or another piece at the top) in which the two texts do not go together.

    `kind`: missing (all of it), number (paired, numbered otherwise), heading, parts (`eids` name
    what lacks), figures (`eids` name where the numbers in the words differ), changed (the other
    language changed and this one did not). `lacks` is the language in which something is to be
    done; empty where either may be wrong. `eid` is the id in the language that has it.
    """

    eid: str
    kind: str
    lacks: str = ""
    eids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parity:
    """How many articles (of a text without articles: pieces) stand in each language and in both,
    and where the two do not go together.
    """

    ru: int
    ky: int
    both: int
    gaps: tuple[Gap, ...]

    @property
    def is_whole(self) -> bool:
        return not self.gaps


def parity(ru: Act, ky: Act) -> Parity:
    """The two languages of one version beside each other, article by article, in their order.

    >>> from makul.core.provisions import Line, split
    >>> ru = split([Line("Статья 1. Имя"), Line("Статья 2. Срок")], language="ru")
    >>> ky = split([Line("1-берене. Аты")], language="ky")
    >>> parity(ru, ky).gaps
    (Gap(eid='art_2', kind='missing', lacks='ky', eids=()),)
    """
    left, right = _tops(ru), _tops(ky)
    pairs = _paired(ru, ky, left, right)
    gaps = [
        gap
        for eid in left
        for gap in (
            _differences(ru, ky, (eid, pairs[eid])) if eid in pairs else [Gap(eid, "missing", "ky")]
        )
    ]
    used = set(pairs.values())
    gaps += [Gap(eid, "missing", "ru") for eid in right if eid not in used]
    counted = _counted(left), _counted(right), _counted({eid: left[eid] for eid in pairs})
    return Parity(*counted, tuple(gaps))


def changed_alone(old: Mapping[str, Act], new: Mapping[str, Act]) -> tuple[Gap, ...]:
    """Articles that a new version changed in one language and not in the other.

    `old` and `new` hold both languages of two versions; where a language has no new text, its `new`
    is its `old`.
    """
    changed = {code: changed_articles(old[code], new[code]) for code in ("ru", "ky")}
    pairs = _paired(new["ru"], new["ky"], _tops(new["ru"]), _tops(new["ky"]))
    back = {ky: ru for ru, ky in pairs.items()}
    in_ru, in_ky = set(changed["ru"]), {back.get(eid, eid) for eid in changed["ky"]}
    return (
        *(Gap(eid, "changed", "ky") for eid in changed["ru"] if eid not in in_ky),
        *(Gap(eid, "changed", "ru") for eid in changed["ky"] if back.get(eid, eid) not in in_ru),
    )


def changed_articles(old: Act, new: Act) -> tuple[str, ...]:
    """The articles of which any word differs between two versions, in order (ids of the new one)."""
    kinds = {one.eid: one.kind for act in (old, new) for one in act.provisions}
    found = dict.fromkeys(
        change.eid.partition("__")[0]
        for change in compare(old, new)
        if change.kind not in {"same", "moved"} or change.old != change.new
    )
    return tuple(eid for eid in found if kinds.get(eid) in TOPS)


def _tops(act: Act) -> dict[str, Provision]:
    return {one.eid: one for one in act.provisions if "__" not in one.eid and one.kind in TOPS}


def _counted(tops: Mapping[str, Provision]) -> int:
    return sum(one.kind == "article" for one in tops.values()) or len(tops)


def _paired(
    ru: Act, ky: Act, left: Mapping[str, Provision], right: Mapping[str, Provision]
) -> dict[str, str]:
    """Articles as `align` pairs them, everything else by its id."""
    pairs = {eid: eid for eid in left if eid in right}
    return pairs | {pair.ru: pair.ky for pair in align(ru, ky).pairs}


def _differences(ru: Act, ky: Act, pair: tuple[str, str]) -> list[Gap]:
    """What does not go together inside an article that stands in both languages."""
    eid, other = pair
    found = [Gap(eid, "number")] if eid != other else []
    here, there = _below(ru, eid), _below(ky, other)
    if bool(here[""].heading) != bool(there[""].heading):
        found.append(Gap(eid, "heading", "ky" if here[""].heading else "ru"))
    for language, ones, others in (("ky", here, there), ("ru", there, here)):
        if only := tuple(f"{eid}{key}" for key in ones if key not in others):
            found.append(Gap(eid, "parts", language, only))
    unlike = [key for key in here if key in there and _figures(here[key]) != _figures(there[key])]
    if unlike:
        found.append(Gap(eid, "figures", "", tuple(f"{eid}{key}" for key in unlike)))
    return found


def _below(act: Act, eid: str) -> dict[str, Provision]:
    """The article and what stands below it, by the end of the id; unnumbered paragraphs belong in."""
    return {
        one.eid.removeprefix(eid): one
        for one in act.under(eid)
        if one.kind not in BESIDE and one.kind != "table"
    }


def _figures(provision: Provision) -> Counter[str]:
    """The numbers in its words, however their thousands are set apart."""
    return Counter(_SPACES.sub("", found) for found in _FIGURE.findall(provision.text))
