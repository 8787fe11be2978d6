"""Cases of the demonstration that are still to be written."""

from __future__ import annotations

from makul.web.demonstration.stage import Stage, Story


def stories(_stage: Stage) -> list[Story]:
    return []
