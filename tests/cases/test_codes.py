"""A code as an address and as a picture that a telephone reads."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import qrcode

from makul.cases.codes import EDGE, qr_picture, strokes, verify_address


def test_the_address_carries_the_code_whole() -> None:
    parts = urlsplit(verify_address("7K4M-Q2XD-91RB"))
    assert (parts.path, parse_qs(parts.query)) == ("/verify/", {"code": ["7K4M-Q2XD-91RB"]})


def test_the_picture_holds_exactly_the_dark_modules() -> None:
    text = verify_address("7K4M-Q2XD-91RB")
    drawn = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=EDGE)
    drawn.add_data(text)
    drawn.make(fit=True)
    wanted = {
        (x, y) for y, row in enumerate(drawn.get_matrix()) for x, dark in enumerate(row) if dark
    }
    picture = qr_picture(text)
    runs = re.findall(r"M(\d+) (\d+)\.5h(\d+)", picture.path)
    found = {(int(x) + n, int(y)) for x, y, width in runs for n in range(int(width))}
    assert (found, picture.size) == (wanted, len(drawn.get_matrix()))


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ([False, False], []),
        ([True, True, False, True], ["M0 4.5h2", "M3 4.5h1"]),
        ([False, True], ["M1 4.5h1"]),
    ],
)
def test_modules_beside_one_another_are_one_stroke(row: list[bool], path: list[str]) -> None:
    assert strokes(row, 4) == path
