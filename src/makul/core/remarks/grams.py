"""Short texts as vectors of their letter groups, so that likeness is a product of two vectors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

SIZES = (3, 4, 5)
KINDS = 1 << 17
COLUMNS = 1 << 11
BOILERPLATE = 0.1
WIDESPREAD = 0.8
FEWEST_PLACES = 4
MOST_LEFT_OUT = 0.5
_MIX = np.uint64(0x9E3779B97F4A7C15)
_FOLD = (("ё", "е"), ("ө", "о"), ("ү", "у"), ("ң", "н"), ("ӊ", "н"))

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Grams:
    """Letter groups of all texts, sorted by text: `text` number, `column`, signed `weight`."""

    text: Ints
    column: Ints
    weight: Floats

    def of(self, start: int, stop: int) -> Floats:
        """The texts `start` to `stop` as rows of length one.

        Shape: (stop - start, COLUMNS).
        """
        first, last = np.searchsorted(self.text, [start, stop])
        place = (self.text[first:last] - start) * COLUMNS + self.column[first:last]
        size = (stop - start) * COLUMNS
        dense = np.bincount(place, weights=self.weight[first:last], minlength=size)
        rows: Floats = dense.reshape(-1, COLUMNS).astype(np.float32)
        length: Floats = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
        return np.divide(rows, length, out=np.zeros_like(rows), where=length > 0)


def plain(text: str) -> str:
    """The words of a text as they are compared: small letters, without punctuation, and with ө, ү
    and ң as о, у and н, which is how many type them.

    >>> plain("«Мөөнөтү» – ҮЧ күн.")
    'мооноту уч кун'
    """
    letters = unicodedata.normalize("NFC", text).casefold()
    for letter, typed in _FOLD:
        letters = letters.replace(letter, typed)
    return " ".join(re.findall(r"\w+", letters))


def vectors(texts: Sequence[str], *, places: Sequence[str]) -> Grams:
    """Hashed letter groups of 3 to 5 within words, weighed by their rarity; `places` are the
    articles the texts speak of, sorted. What more than a tenth of the remarks say on nearly every
    article is left out as boilerplate, unless there are too few articles to tell, or little else
    would be left to compare.

    Source: TF-IDF over character n-grams at word bounds; feature hashing (Weinberger et al., 2009).

    >>> rows = vectors(["бир жолу", "бир жолу"], places=["art_1", "art_1"]).of(0, 2)
    >>> round(float(rows[0] @ rows[1]), 3)
    1.0
    """
    text, gram = _count(texts)
    kind = (gram % KINDS).astype(np.int64)
    rarity = _rarity(text, kind=kind, texts=len(texts))
    usual = _boilerplate(text, kind=kind, places=places)
    if rarity[kind[usual[kind]]].sum() < MOST_LEFT_OUT * rarity[kind].sum():
        rarity[usual] = 0
    sign = np.where((gram >> np.uint64(40)) & np.uint64(1), np.float32(1), np.float32(-1))
    column = ((gram >> np.uint64(20)) % COLUMNS).astype(np.int64)
    return Grams(text, column, rarity[kind] * sign)


def _count(texts: Sequence[str]) -> tuple[Ints, npt.NDArray[np.uint64]]:
    """Each letter group of each text once: the number of the text and the hash of the group."""
    padded = [f" {text} " for text in texts]
    codes = np.frombuffer("".join(padded).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in padded])
    space = np.cumsum(codes == ord(" "))
    found = []
    for size in SIZES:
        last = len(codes) - size + 1
        if last < 1:
            continue
        inside = space[size - 2 : size - 2 + last] - space[:last]
        hashed = np.full(last, size, dtype=np.uint64)
        for step in range(size):
            hashed = (hashed + codes[step : step + last]) * _MIX
        hashed ^= hashed >> np.uint64(29)
        at = np.flatnonzero(inside == 0)
        found.append((owner[at].astype(np.uint64) << np.uint64(44)) | (hashed[at] >> np.uint64(20)))
    pairs = np.sort(np.concatenate(found)) if found else np.empty(0, dtype=np.uint64)
    pairs = pairs[np.diff(pairs, prepend=~pairs[:1]) != 0]
    return (pairs >> np.uint64(44)).astype(np.int64), pairs & np.uint64((1 << 44) - 1)


def _rarity(text: Ints, *, kind: Ints, texts: int) -> Floats:
    holders = np.bincount(kind, minlength=KINDS)
    return (np.log((1 + texts) / (1 + holders)) + 1).clip(min=0.1).astype(np.float32)


def _boilerplate(text: Ints, *, kind: Ints, places: Sequence[str]) -> npt.NDArray[np.bool_]:
    names, starts = np.unique(np.array(places), return_index=True)
    common = np.zeros(KINDS, dtype=np.int64)
    if len(names) < FEWEST_PLACES:
        return common > 0
    bounds = [*sorted(starts.tolist()), len(places)]
    for start, stop in pairwise(bounds):
        first, last = np.searchsorted(text, [start, stop])
        common += np.bincount(kind[first:last], minlength=KINDS) > BOILERPLATE * (stop - start)
    return common >= WIDESPREAD * len(names)
