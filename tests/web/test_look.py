"""The stylesheet keeps its promises: small, its own host only, contrasts as measured in the design."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import Client

STATIC = Path(__file__).resolve().parents[2] / "src/makul/web/static/web"
TOKENS, BASE = (STATIC / "tokens.css").read_text(), (STATIC / "base.css").read_text()

WORDS_ON = {
    "ink": "paper felt felt-2 lake-soft amber-soft agree-soft madder-soft mark",
    "ink-2": "paper felt felt-2 lake-soft",
    "lake": "paper felt lake-soft amber-soft",
    "on-lake": "lake lake-2",
    "agree": "paper agree-soft lake-soft",
    "amber": "paper amber-soft lake-soft",
    "madder": "paper madder-soft lake-soft",
    "still": "still-soft",
    "paper": "madder",
}
PARTS_ON = {
    "edge": "paper felt lake-soft",
    "lake": "felt-2",
    "madder": "felt-2",
    "agree": "felt-2",
    "amber": "felt-2",
    "focus": "paper felt lake-soft amber-soft",
}


def palette(scheme: str) -> dict[str, str]:
    light, _, rest = TOKENS.partition("@media (prefers-color-scheme: dark)")
    dark = rest.partition("@media print")[0]
    colours = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", light))
    return (
        colours
        if scheme == "light"
        else colours | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", dark))
    )


def luminance(colour: str) -> float:
    """WCAG 2's relative luminance."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_right() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(WORDS_ON, 4.5), (PARTS_ON, 3.0)])
def test_contrasts(scheme: str, pairs: dict[str, str], least: float) -> None:
    colours = palette(scheme)
    weak = {
        (front, back): round(contrast(colours[front], colours[back]), 2)
        for front, backs in pairs.items()
        for back in backs.split()
        if contrast(colours[front], colours[back]) < least
    }
    assert weak == {}


def test_it_is_small() -> None:
    assert sum(len(gzip.compress(css.encode())) for css in (TOKENS, BASE)) < 20_000


def test_colours_stand_in_the_tokens_only() -> None:
    colours = re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", BASE.partition("@media print")[0])
    # A QR code is black on white whatever the scheme, or it cannot be read.
    assert set(colours) <= {"#fff", "#000"}
    assert set(re.findall(r"var\(--([\w-]+)\)", BASE)) <= set(
        re.findall(r"--([\w-]+):", TOKENS + BASE)
    )


def test_nothing_comes_from_elsewhere() -> None:
    assert (
        re.findall(r"url\(|@import|//", TOKENS + re.sub(r"/\*.*?\*/", "", BASE, flags=re.S)) == []
    )


@pytest.mark.django_db
def test_pages_ask_for_files_by_their_content(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    call_command("collectstatic", verbosity=0, interactive=False)
    names = [
        staticfiles_storage.url(f"web/{name}") for name in ("tokens.css", "base.css", "logo.svg")
    ]
    assert all(re.fullmatch(r"/static/web/\w+\.[0-9a-f]{12}\.(css|svg)", name) for name in names)
    page = Client().get("/sign-in/password/").content.decode()
    assert [name for name in names if name not in page] == []


@pytest.mark.django_db
def test_the_policy_lets_in_our_own_files_only() -> None:
    policy = Client().get("/sign-in/password/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "style-src 'self'" in policy
    assert [word for word in ("unsafe", "http:", "https:", "*") if word in policy] == []
