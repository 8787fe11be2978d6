"""How large a document may be before it is refused unread."""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one upload. Units: bytes, and counts of files in the archive, of paragraphs and of letters in one."""

    file_bytes: int = 20 * _MB
    unpacked_bytes: int = 200 * _MB
    part_bytes: int = 60 * _MB
    ratio: int = 200
    entries: int = 2_000
    paragraphs: int = 50_000
    paragraph_letters: int = 100_000


LIMITS = Limits()
