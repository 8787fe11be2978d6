"""The kinds of bills, initiators, events and alerts in Kyrgyz and Russian, for papers that are no page."""

from __future__ import annotations

from django.utils import translation

from makul.bills.words import INITIATORS, STAGES


def initiator_name(kind: str, language: str) -> str:
    with translation.override(language):
        return str(INITIATORS[kind])


def stage_name(stage: str, language: str) -> str:
    with translation.override(language):
        return str(STAGES[stage])
