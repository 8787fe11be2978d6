"""Reading an act: a Word file from its bytes to its provisions, the codes beside the project or, where
they are not there, an invented code of the same length in both languages.
"""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path
from typing import Any

from bench.phrases import act_text
from bench.size import Size
from bench.stopwatch import Say, middle

TEXTS = Path(__file__).resolve().parents[2] / "shared/texts"
ARTICLES = 131


def measure(size: Size, *, say: Say) -> list[dict[str, Any]]:
    found = []
    for name, data in files(size).items():
        work = partial(act_of, data, name=name)
        articles = sum(one.kind == "article" for one in work().provisions)
        taken = middle(work, again=size.again)
        say(f"{name}: {taken}")
        found.append({"file": name, "articles": articles, "s": round(taken.s, 2)})
    return found


def act_of(data: bytes, *, name: str) -> Any:
    """From the bytes of a file to the act with its provisions."""
    from makul.core.provisions import split
    from makul.documents.reading import read_act

    return split(read_act(data, name=name))


def files(size: Size) -> dict[str, bytes]:
    """The Word files of the real codes, else invented ones."""
    real = sorted(TEXTS.glob("*.docx"))
    if real:
        return {path.name: path.read_bytes() for path in real}
    articles = min(ARTICLES, size.articles)
    return {
        f"invented_{code}.docx": as_word(act_text(articles, language=code)) for code in ("ky", "ru")
    }


def as_word(text: str) -> bytes:
    """The text as a Word file, a paragraph a line."""
    import docx

    document, out = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()
