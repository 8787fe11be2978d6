"""Codes that anyone may check: the address that answers for a code, and the same as a QR picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

import qrcode
from django.conf import settings
from django.urls import reverse

EDGE = 2  # light modules around it; the white box of the page gives the rest


@dataclass(frozen=True, slots=True)
class Picture:
    """A QR code as one line of an SVG drawing: `size` modules wide, strokes one module high."""

    size: int
    path: str


def verify_address(code: str) -> str:
    """Where anyone checks the code, whole, as it is printed and scanned."""
    return f"{settings.BASE_URL}{reverse('verify')}?{urlencode({'code': code})}"


@lru_cache(maxsize=256)
def qr_picture(text: str) -> Picture:
    """The text as a QR code of medium strength: a fold or a stain does not spoil it.

    >>> qr_picture("https://makul.local/verify/?code=7K4M-Q2XD-91RB").size
    33
    """
    drawn = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=EDGE)
    drawn.add_data(text)
    drawn.make(fit=True)
    rows = drawn.get_matrix()
    parts = [run for y, row in enumerate(rows) for run in strokes(row, y)]
    return Picture(len(rows), "".join(parts))


def strokes(row: list[bool], y: int) -> list[str]:
    """The dark modules of a row, those beside one another as one stroke."""
    found: list[str] = []
    start = None
    for x, is_dark in enumerate([*row, False]):
        if is_dark and start is None:
            start = x
        elif not is_dark and start is not None:
            found.append(f"M{start} {y}.5h{x - start}")
            start = None
    return found
