"""Decide by its bytes what a file is, and read it or refuse it with the reason."""

from __future__ import annotations

from pathlib import PurePath

from makul.core.errors import BadInput
from makul.core.provisions import Line
from makul.documents.reading.limits import LIMITS, Limits
from makul.documents.reading.plain import decode, lines_of_text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_NAMES = {".docx", ".docm", ".dotx"}
_TEXT_NAMES = {".txt", ".md", ".text", ""}


def read_act(data: bytes, *, name: str, limits: Limits = LIMITS) -> tuple[Line, ...]:
    """The lines of the act in `data`.

    Raises: BadInput with one of the codes too_big, empty_file, legacy_doc, encrypted, pdf_only,
    rtf_file, unknown_kind, broken_file, zip_bomb, unsafe_xml, tracked_changes, empty_text,
    too_long, long_paragraph.

    >>> [line.text for line in read_act("Статья 1. Имя\\nТекст.".encode(), name="act.txt")]
    ['Статья 1. Имя', 'Текст.']
    """
    base = PurePath(name).name
    suffix = PurePath(base).suffix.lower()
    refuse_unreadable(data, name=base, limits=limits)
    if data.startswith(b"PK"):
        from makul.documents.reading.word import lines_of_word

        lines = lines_of_word(data, name=base, limits=limits)
    else:
        lines = _plain(data, name=base, suffix=suffix)
    if not any(line.text.strip() for line in lines):
        raise BadInput("empty_text", name=base)
    if len(lines) > limits.paragraphs:
        raise BadInput("too_long", name=base, paragraphs=len(lines), limit=limits.paragraphs)
    longest = max(len(line.text) for line in lines)
    if longest > limits.paragraph_letters:
        limit = limits.paragraph_letters
        raise BadInput("long_paragraph", name=base, letters=longest, limit=limit)
    return lines


def refuse_unreadable(data: bytes, *, name: str, limits: Limits = LIMITS) -> None:
    """Refuse what is too big, and kinds that are recognised and cannot be read."""
    if len(data) > limits.file_bytes:
        megabyte = 1024 * 1024
        raise BadInput(
            "too_big",
            name=name,
            size_mb=-(-len(data) // megabyte),
            limit_mb=limits.file_bytes // megabyte,
        )
    start = data[:1024].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if not data.strip(b"\x00\r\n\t "):
        raise BadInput("empty_file", name=name)
    if data.startswith(_OLE):
        package = "EncryptedPackage".encode("utf-16-le")
        raise BadInput("encrypted" if package in data else "legacy_doc", name=name)
    if b"%PDF-" in data[:1024]:
        raise BadInput("pdf_only", name=name)
    if start.startswith(b"{\\rtf"):
        raise BadInput("rtf_file", name=name)


def _plain(data: bytes, *, name: str, suffix: str) -> tuple[Line, ...]:
    """Plain text, when the name does not promise something else."""
    if suffix in _WORD_NAMES:
        raise BadInput("broken_file", name=name)
    if suffix not in _TEXT_NAMES:
        raise BadInput("unknown_kind", name=name)
    text = decode(data)
    if text is None:
        raise BadInput("unknown_kind", name=name)
    return lines_of_text(text)
