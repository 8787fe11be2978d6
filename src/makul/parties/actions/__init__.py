"""Writes of this room: lists of territories, bodies, mandates."""

from makul.parties.actions.bodies import PartyInput, change_party, enter_party
from makul.parties.actions.boundaries import load_boundaries
from makul.parties.actions.lists import (
    difference_from_known,
    fingerprint,
    import_registry,
    is_loaded,
    known_edition,
)
from makul.parties.actions.mandates import (
    MandateInput,
    end_mandate,
    give_mandate,
    open_account,
    stand_for,
)

__all__ = [
    "MandateInput",
    "PartyInput",
    "change_party",
    "difference_from_known",
    "end_mandate",
    "enter_party",
    "fingerprint",
    "give_mandate",
    "import_registry",
    "is_loaded",
    "known_edition",
    "load_boundaries",
    "open_account",
    "stand_for",
]
