"""Which remarks say the same: a suggestion for the person who merges them into rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from makul.core.remarks.grams import Floats, Ints, plain, vectors
from makul.core.remarks.table import Remark

THRESHOLD = 0.4
_STRIP = 512

Near = tuple[Ints, Floats]


@dataclass(frozen=True, slots=True)
class Group:
    """Remarks that seem alike, the most typical one first.

    `likeness` (0-1) is that of the member least like the first; 1.0 for one that stands alone.
    """

    members: tuple[str, ...]
    likeness: float


def alike(remarks: Sequence[Remark], *, threshold: float = THRESHOLD) -> tuple[Group, ...]:
    """Every remark in exactly one group; remarks in Kyrgyz and in Russian are never grouped
    together, nor are remarks on provisions neither of which is a part of the other.

    The remark with the most alike ones leads a group and takes those not yet taken (Butina). Words
    that nearly all articles have in common, such as greetings, are left out of account. The result
    does not depend on the order of the remarks. Nothing is merged here: a person decides.

    >>> alike([Remark("a", "p", "art_3", "objection", "Жылына бир жолу"),
    ...        Remark("b", "q", "art_3", "objection", "жылына бир жолу!")])
    (Group(members=('a', 'b'), likeness=1.0),)
    """
    ordered = sorted(remarks, key=lambda remark: (remark.language, _article(remark.eid)))
    found = [
        group
        for _, same in groupby(ordered, key=lambda remark: remark.language)
        for group in _of_one_language(list(same), threshold=threshold)
    ]
    return tuple(sorted(found, key=lambda group: (-len(group.members), group.members)))


def _of_one_language(remarks: list[Remark], *, threshold: float) -> Iterator[Group]:
    """The same words on the same provision are one text, however many bodies sent it; two remarks
    without a word are not."""
    texts: dict[tuple[str, str, str, str], list[str]] = {}
    for remark in remarks:
        words = plain(f"{remark.text} {remark.wording}")
        text = (_article(remark.eid), remark.eid, words, "" if words else remark.key)
        texts.setdefault(text, []).append(remark.key)
    distinct = sorted(texts)
    grams = vectors([text[2] for text in distinct], places=[text[0] for text in distinct])
    start = 0
    for _, same in groupby(distinct, key=lambda text: text[0]):
        here = list(same)
        sent = [sorted(texts[text]) for text in here]
        near = _near(
            grams.of(start, start + len(here)), eids=[text[1] for text in here], threshold=threshold
        )
        for members, least in _lead(near, weights=np.array([len(keys) for keys in sent])):
            keys = tuple(key for member in members for key in sent[member])
            yield Group(keys, round(least, 3))
        start += len(here)


def _lead(near: list[Near], *, weights: Ints) -> Iterator[tuple[list[int], float]]:
    """The text with the most remarks alike leads first; its members follow, the nearest first."""
    support = [int(weights[others].sum()) for others, _ in near]
    free = np.ones(len(near), dtype=bool)
    for lead in sorted(range(len(near)), key=lambda i: (-support[i], i)):
        if not free[lead]:
            continue
        others, likeness = near[lead]
        mine = free[others] & (others != lead)
        order = np.argsort(-likeness[mine], kind="stable")
        taken = others[mine][order]
        free[taken] = free[lead] = False
        yield [lead, *taken.tolist()], float(likeness[mine].min(initial=1.0))


def _near(matrix: Floats, *, eids: list[str], threshold: float) -> list[Near]:
    """For each text those alike on a related provision, itself included, with their likeness."""
    related = {eid: np.array([_related(eid, other) for other in eids]) for eid in set(eids)}
    near: list[Near] = []
    for strip in range(0, len(eids), _STRIP):
        likeness = np.minimum(matrix[strip : strip + _STRIP] @ matrix.T, np.float32(1))
        for row, values in enumerate(likeness, start=strip):
            alike_here = (values >= threshold) & related[eids[row]]
            alike_here[row] = True
            others = np.flatnonzero(alike_here)
            near.append((others, values[others]))
    return near


def _article(eid: str) -> str:
    return eid.split("__", 1)[0]


def _related(eid: str, other: str) -> bool:
    return eid == other or eid.startswith(f"{other}__") or other.startswith(f"{eid}__")
