"""What the simulation takes for granted of a procedure's parties, and its words in three languages."""

from __future__ import annotations

from functools import cache
from typing import Any

from makul.core.simulation import Habit, Office, Settings
from makul.law.data import names_in, read_yaml


@cache
def assumptions(procedure: str) -> Settings:
    """The settings a play of a procedure begins from; one not spoken of is played by plain habits.

    >>> assumptions("npa").habit("signed").instead
    {'signature_refused': 0.1}
    """
    if f"{procedure}.yaml" not in names_in("simulation"):
        return Settings()
    found: dict[str, Any] = read_yaml("simulation", f"{procedure}.yaml")
    return Settings(
        many=found["many"],
        opinion=found["opinion"],
        offices={role: Office(**row) for role, row in found["offices"].items()},
        habits={step: Habit(**row) for step, row in found["steps"].items()},
    )
