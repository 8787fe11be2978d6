"""Who won a point: the adopted text beside what was asked, what was promised and what was drafted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

Result = Literal["lsg", "partly", "initiator", "removed", "changed_after"]

KEPT, FOREIGN = 0.95, 0.5


@dataclass(frozen=True, slots=True)
class Outcome:
    """A hint on one row, for a person to confirm or to correct.

    `won`: the share (0-1) of the change asked for that is in the adopted text, None where nothing
    was asked in words. `kept`: whether the promised wording is in it, None where none was promised.
    """

    suggestion: Result
    won: float | None
    kept: bool | None


def compare_outcome(
    adopted: str | None, *, drafted: str, asked: str, promised: str = ""
) -> Outcome:
    """What became of a row: the adopted provision (None: it is no longer there) against the wording
    of the draft, the wording the row asked for and, where there was one, the wording promised in
    the reply or agreed in the protocol. It counts words, and only suggests.

    Source: the Model Order, article 34(4); form F13.

    >>> compare_outcome("Once a year.", drafted="Every quarter.", asked="Once a year.").suggestion
    'lsg'
    """
    now, before, wish = _words(adopted or ""), _words(drafted), _words(asked)
    kept = _share(_words(promised), inside=now) >= KEPT if promised.strip() else None
    won = _won(now, before=before, wish=wish) if wish else None
    if not now:
        return Outcome("removed", won, kept)
    if now == wish:
        return Outcome("lsg", won, kept)
    if now == before:
        return Outcome("initiator", won, kept)
    if kept is False or _share(now, inside=before | wish | _words(promised)) < FOREIGN:
        return Outcome("changed_after", won, kept)
    return Outcome(_between(won, added=now - (before | wish)), won, kept)


def _between(won: float | None, *, added: Counter[str]) -> Result:
    """One word more may turn a sentence round, so with an added word nothing is wholly won."""
    if won == 1 and not added:
        return "lsg"
    return "initiator" if won == 0 else "partly"


def _won(now: Counter[str], *, before: Counter[str], wish: Counter[str]) -> float:
    """Of the words asked to be put in and those asked to be taken out, the share that was."""
    put_in, taken_out = wish - before, before - wish
    asked = put_in.total() + taken_out.total()
    if not asked:
        return _share(wish, inside=now)
    done = (put_in & now).total() + (taken_out - now).total()
    return done / asked


def _share(words: Counter[str], *, inside: Counter[str]) -> float:
    return (words & inside).total() / words.total() if words else 1.0


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold().replace("ё", "е")))
