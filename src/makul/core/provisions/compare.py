"""Compare two versions of an act, provision by provision and word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from makul.core.provisions.act import Act, Provision
from makul.core.provisions.words import Span, bag, likeness, same, spans

_ALIKE = 0.6
_MOST_PAIRS = 400_000  # beyond it only ids decide
_SAME_ID_BONUS = 0.2


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one provision.

    `kind` is same, changed, added, removed or moved (another number; `spans` then show whether its
    words changed too). `eid` is its id in the new version, `old_eid` in the old one.
    """

    eid: str
    kind: str
    old: str = ""
    new: str = ""
    spans: tuple[Span, ...] = ()
    old_eid: str = ""


class _Tree:
    """Children of each provision, in order; editors' notes are left out."""

    def __init__(self, act: Act) -> None:
        self.children: dict[str, list[Provision]] = {}
        pieces: dict[str, list[str]] = {}
        known = {provision.eid for provision in act.provisions}
        for provision in act.provisions:
            if provision.kind in {"note", "contents"}:
                continue
            parent = provision.parent if provision.parent in known else ""
            self.children.setdefault(parent, []).append(provision)
            eid = provision.eid
            while eid:
                pieces.setdefault(eid, []).append(provision.words)
                eid = eid.rpartition("__")[0]
        self.full = {eid: "\n".join(words) for eid, words in pieces.items()}


def compare(old: Act, new: Act) -> tuple[Change, ...]:
    """Every provision of both versions, in the order of the new one; the removed at their place.

    An article that only got another number is `moved`, not removed and added; its parts are then
    compared with the parts it had.

    >>> from makul.core.provisions import Line, split
    >>> old = split([Line("Статья 1. Имя"), Line("1. Раз в год.")])
    >>> new = split([Line("Статья 1. Имя"), Line("1. Раз в месяц.")])
    >>> [(change.eid, change.kind) for change in compare(old, new)]
    [('art_1', 'same'), ('art_1__part_1', 'changed')]
    """
    return tuple(_level(_Tree(old), _Tree(new), ("", "")))


def _level(old: _Tree, new: _Tree, parents: tuple[str, str]) -> list[Change]:
    """Changes among the children of a pair of provisions, and below them."""
    left, right = old.children.get(parents[0], []), new.children.get(parents[1], [])
    pairs = _pairs(left, right, old, new)
    origin = {after: before for before, after in pairs.items()}
    gone = [index for index in range(len(left)) if index not in pairs]
    found: list[Change] = []
    for index, provision in enumerate(right):
        before = origin.get(index)
        while gone and before is not None and gone[0] < before:
            found += _whole(old, left[gone.pop(0)], "removed")
        if before is None:
            found += _whole(new, provision, "added")
        else:
            found.append(_change(left[before], provision))
            found += _level(old, new, (left[before].eid, provision.eid))
    for index in gone:
        found += _whole(old, left[index], "removed")
    return found


def _change(old: Provision, new: Provision) -> Change:
    before, after = old.words, new.words
    moved = _own(old) != _own(new)
    equal = same(before, after)
    kind = "moved" if moved else "same" if equal else "changed"
    shown = (
        (Span("equal", after, before if before != after else ""),)
        if equal
        else spans(before, after)
    )
    return Change(new.eid, kind, before, after, shown if after or before else (), old.eid)


def _own(provision: Provision) -> str:
    """The last step of the id: a part of a moved article has not moved itself."""
    return provision.eid.rpartition("__")[2]


def _whole(tree: _Tree, provision: Provision, kind: str) -> list[Change]:
    """A provision that stands in one version only, with all below it."""
    text, removed = provision.words, kind == "removed"
    change = Change(
        provision.eid,
        kind,
        old=text if removed else "",
        new="" if removed else text,
        spans=(Span("del" if removed else "ins", text),) if text else (),
        old_eid=provision.eid if removed else "",
    )
    below = [_whole(tree, child, kind) for child in tree.children.get(provision.eid, [])]
    return [change, *(one for several in below for one in several)]


def _pairs(
    left: Sequence[Provision], right: Sequence[Provision], old: _Tree, new: _Tree
) -> dict[int, int]:
    """Which child of the old version became which of the new: the surest first."""
    pairs = _identical(left, right, old, new)
    taken = set(pairs.values())
    rest = [(i, bag(old.full[one.eid])) for i, one in enumerate(left) if i not in pairs]
    others = [(k, bag(new.full[one.eid])) for k, one in enumerate(right) if k not in taken]
    scored = []
    for i, words in rest if len(rest) * len(others) <= _MOST_PAIRS else ():
        for k, other in others:
            if left[i].kind == right[k].kind and (alike := likeness(words, other)) >= _ALIKE:
                bonus = _SAME_ID_BONUS if _own(left[i]) == _own(right[k]) else 0.0
                scored.append((alike + bonus, -abs(i - k), i, k))
    for _, _, i, k in sorted(scored, reverse=True):
        if i not in pairs and k not in taken:
            pairs[i] = k
            taken.add(k)
    return pairs | _same_id(left, right, pairs)


def _same_id(
    left: Sequence[Provision], right: Sequence[Provision], pairs: dict[int, int]
) -> dict[int, int]:
    """What is left and bears the same id: a provision rewritten whole."""
    taken = set(pairs.values())
    free = {(_own(one), one.kind): k for k, one in enumerate(right) if k not in taken}
    return {
        i: free[(_own(one), one.kind)]
        for i, one in enumerate(left)
        if i not in pairs and (_own(one), one.kind) in free
    }


def _identical(
    left: Sequence[Provision], right: Sequence[Provision], old: _Tree, new: _Tree
) -> dict[int, int]:
    """Provisions whose whole text stayed: first under the same id, then under another."""
    pairs: dict[int, int] = {}
    places = {_own(one): k for k, one in enumerate(right)}
    for i, one in enumerate(left):
        k = places.get(_own(one))
        if (
            k is not None
            and right[k].kind == one.kind
            and old.full[one.eid] == new.full[right[k].eid]
        ):
            pairs[i] = k
    taken = set(pairs.values())
    texts = {new.full[one.eid]: k for k, one in enumerate(right) if k not in taken}
    for i, one in enumerate(left):
        k = texts.get(old.full[one.eid]) if old.full[one.eid].strip() else None
        if i not in pairs and k is not None and k not in taken and right[k].kind == one.kind:
            pairs[i] = k
            taken.add(k)
    return pairs
