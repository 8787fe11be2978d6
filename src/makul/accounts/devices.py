"""What a browser says of itself, in the few words a person needs to know their own device again."""

from __future__ import annotations

import re

# Those that pretend to be another stand before it: each says Safari, most say Chrome.
BROWSERS = (
    (r"Edg(?:A|iOS|e)?", "Edge"),
    (r"OPR|OPiOS|OPT|Opera(?: Mini)?", "Opera"),
    (r"YaBrowser|YaSearchBrowser", "Yandex Browser"),
    ("SamsungBrowser", "Samsung Internet"),
    (r"MiuiBrowser", "Mi Browser"),
    (r"Firefox|FxiOS", "Firefox"),
    (r"(?:Headless)?Chrome|Chromium|CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def device_of(said: str) -> str:
    """The browser and the system, or the beginning of what was said.

    >>> device_of("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36")
    'Chrome, Android'
    >>> device_of("curl/8.5")
    'curl/8.5'
    """
    browser = next((name for mark, name in BROWSERS if re.search(rf"\b(?:{mark})/", said)), "")
    system = next((name for mark, name in SYSTEMS if mark in said), "")
    return ", ".join(filter(None, (browser, system))) or said[:40]
