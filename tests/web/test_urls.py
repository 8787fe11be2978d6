"""Every address that a template or the menu names is served by some room."""

from __future__ import annotations

import re
from pathlib import Path

from django.urls import get_resolver

from makul.web.parts.frame import LABELS

SRC = Path(__file__).resolve().parents[2] / "src/makul"
NAMED = re.compile(r"""\{%\s*(?:link|url)\s+['"](\w+)['"]""")
DEMONSTRATION_ONLY = {"components"}


def test_no_link_leads_nowhere() -> None:
    served = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    named = {
        (name, str(file.relative_to(SRC)))
        for file in sorted(SRC.rglob("templates/**/*.html"))
        for name in NAMED.findall(file.read_text())
    }
    named |= {(name, "the menu") for name in LABELS}
    nowhere = {pair for pair in named if pair[0] not in served | DEMONSTRATION_ONLY}
    assert sorted(nowhere) == []
