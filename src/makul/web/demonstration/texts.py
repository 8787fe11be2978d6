"""Reads the texts of the demonstration: each invented, each in both languages, from the folder `data`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from makul.documents.storing import File

DATA = Path(__file__).parent / "data"
LANGUAGES = ("ky", "ru")


@cache
def read(name: str) -> Any:
    """A file of data; it is shared, so nobody changes what comes back."""
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def text(name: str) -> str:
    return (DATA / f"{name}.txt").read_text(encoding="utf-8")


def act(key: str) -> dict[str, Any]:
    """An invented draft act: its titles, texts, costs, and what was said of it."""
    found: dict[str, Any] = read(f"acts/{key}")
    return found


def act_files(key: str) -> list[File]:
    return files(key, texts=act(key)["text"])


def files(name: str, *, texts: dict[str, str]) -> list[File]:
    """Texts by language as files handed in."""
    return [
        File(language, f"{name.replace('_', '-')}-{language}.txt", texts[language].encode())
        for language in LANGUAGES
    ]


def pair(name: str) -> dict[str, str]:
    """A text that lies in two files, by language."""
    return {language: text(f"{name}_{language}") for language in LANGUAGES}
