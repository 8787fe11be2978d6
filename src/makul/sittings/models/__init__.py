"""The tables of sittings, by what they hold."""

from makul.sittings.models.agenda import AgendaItem
from makul.sittings.models.convocation import Convocation, House
from makul.sittings.models.minutes import Correction, Minutes
from makul.sittings.models.opinion import Opinion
from makul.sittings.models.reading import Reading, RowFate
from makul.sittings.models.record import Ballot, Dissent, Presence, Speech
from makul.sittings.models.sitting import Sitting

__all__ = [
    "AgendaItem",
    "Ballot",
    "Convocation",
    "Correction",
    "Dissent",
    "House",
    "Minutes",
    "Opinion",
    "Presence",
    "Reading",
    "RowFate",
    "Sitting",
    "Speech",
]
