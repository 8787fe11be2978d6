"""The words by which a draft is screened: which interests of local self-government it may touch."""

from __future__ import annotations

from functools import cache

from makul.core.provisions import Vocabulary
from makul.law.data import read_yaml

KINDS = ("duty", "money", "property", "borders", "staff", "delegated", "control", "reporting")


@cache
def vocabulary() -> Vocabulary:
    """The words of both languages, for `core.provisions.screen`.

    Source: the kinds of interest of the Model Order (proposed); the words are our own lists.

    >>> list(vocabulary().kinds) == list(KINDS)
    True
    """
    bodies = read_yaml("screening", "bodies.yaml")
    lists = {kind: read_yaml("screening", f"{kind}.yaml") for kind in KINDS}
    return Vocabulary(
        bodies=(*bodies["ru"], *bodies["ky"]),
        signs=(*bodies["signs"]["ru"], *bodies["signs"]["ky"]),
        kinds={kind: (*one["ru"], *one["ky"]) for kind, one in lists.items()},
        needs_body=frozenset(kind for kind, one in lists.items() if one["needs_body"]),
    )
