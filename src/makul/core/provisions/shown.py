"""A provision written out again as it stands in the act, with its number and all below it."""

from __future__ import annotations

from makul.core.provisions.act import Act, Provision


def line_of(provision: Provision, *, language: str = "ru") -> str:
    """Its number, heading and own text.

    >>> line_of(Provision("art_7__point_1", "point", "1", text="вода;"))
    '1) вода;'
    >>> line_of(Provision("art_7", "article", "7", "Аталышы"), language="ky")
    '7-берене. Аталышы'
    """
    number, body = provision.number, provision.words
    if provision.kind == "article":
        start = f"{number}-берене." if language == "ky" else f"Статья {number}."
    elif provision.kind == "chapter":
        start = f"{number}-глава." if language == "ky" else f"Глава {number}."
    elif provision.kind == "part":
        start = f"{number}."
    elif provision.kind in {"point", "subpoint"}:
        start = f"{number})"
    else:
        start = ""
    return f"{start} {body}".strip()


def text_of(act: Act, eid: str) -> str:
    """The provision `eid` with everything below it, a line each."""
    return "\n".join(
        line_of(one, language=act.language)
        for one in act.under(eid)
        if one.kind not in {"note", "contents"}
    )
