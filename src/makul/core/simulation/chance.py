"""Seeded chance: each draft and each body has numbers of its own, the same under any set of terms.

So two sets of terms are played with the same luck, and what differs between them is the terms' doing.
"""

from __future__ import annotations

from functools import cached_property
from math import log

import numpy as np
import numpy.typing as npt

type Shares = npt.NDArray[np.float64]

USES = 8  # how many numbers one holder of a role needs for one step
HOLDERS = 4  # of one role in one case, told apart; more share their luck
MOST_REMARKS = 12  # in one answer
_DRAFT, _BODIES, _HABITS = 1, 2, 3


def skewed(u: Shares, mean: float) -> Shares:
    """Shares of the given mean, from hardly any to nearly all, out of even ones.

    >>> skewed(np.array([0.25]), 0.5).tolist(), skewed(np.array([0.25]), 1.0).tolist()
    ([0.25], [1.0])
    """
    if mean <= 0:
        return np.zeros_like(u)
    return np.asarray(u ** ((1 - mean) / mean))


def skewed_one(u: float, mean: float) -> float:
    """The same for one number."""
    return float(u ** ((1 - mean) / mean)) if mean > 0 else 0.0


def waiting(u: float, mean: float) -> int:
    """Whole days of a wait with the given mean: mostly short, sometimes long.

    >>> waiting(0.0, 5), waiting(0.9, 5)
    (0, 11)
    """
    return int(-mean * log(1 - u))


def counts(u: Shares, mean: float) -> npt.NDArray[np.int64]:
    """How many of something each has: mostly few, sometimes many (geometric)."""
    if mean <= 0:
        return np.zeros(u.shape, dtype=np.int64)
    found = np.floor(np.log1p(-u) / log(mean / (1 + mean)))
    return np.minimum(found, MOST_REMARKS).astype(np.int64)


class Luck:
    """The numbers of one draft."""

    def __init__(self, seed: int, draft: int, *, steps: int, bodies: int) -> None:
        self._seed, self._draft, self._bodies = seed, draft, bodies
        own = _generator(seed, _DRAFT, draft)
        self.arrival, self.track, self.sender, self.quarrel, self.rounding = own.random(5).tolist()
        self._steps: list[list[list[float]]] = own.random((steps, HOLDERS, USES)).tolist()

    def step(self, step: int, holder: int) -> list[float]:
        """What decides how one holder of a role takes one step."""
        return self._steps[step][holder % HOLDERS]

    def asked(self, step: int) -> Shares:
        """What decides how the bodies take one step. Shape: (4, bodies)."""
        return _generator(self._seed, _BODIES, self._draft, step).random((4, self._bodies))

    @cached_property
    def letters(self) -> Shares:
        """What becomes of the letter to each body. Shape: (bodies,)."""
        return _generator(self._seed, _BODIES, self._draft, 1_000).random(self._bodies)

    @cached_property
    def novelty(self) -> Shares:
        """Whether each remark is new. Shape: (MOST_REMARKS, bodies)."""
        own = _generator(self._seed, _BODIES, self._draft, 1_001)
        return own.random((MOST_REMARKS, self._bodies))


def evenly(seed: int, stream: int, size: int) -> Shares:
    """Even shares, one to each of so many, in an order left to chance: their mean is one half.

    >>> sorted(evenly(7, 0, 4).tolist())
    [0.125, 0.375, 0.625, 0.875]
    """
    order = _generator(seed, _HABITS, stream).permutation(size)
    return (order + 0.5) / max(size, 1)


def _generator(*key: int) -> np.random.Generator:
    return np.random.default_rng(np.random.SeedSequence([*key]))
