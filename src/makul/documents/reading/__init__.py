"""Read an act as it comes: a Word file or plain text, made into lines; everything else is refused."""

from makul.documents.reading.limits import LIMITS, Limits
from makul.documents.reading.reader import read_act

__all__ = ["LIMITS", "Limits", "read_act"]
