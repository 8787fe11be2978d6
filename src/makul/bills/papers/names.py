"""The kinds of initiators in the language of a paper, whatever the language of the page."""

from __future__ import annotations

from django.utils import translation

from makul.bills.words import INITIATORS


def initiator_name(kind: str, language: str) -> str:
    with translation.override(language):
        return str(INITIATORS[kind])
