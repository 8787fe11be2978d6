"""Reads bills: one bill and its dossier, for this room and those above it."""

from makul.bills.queries.dossier import Dossier, bill_of, dossier

__all__ = ["Dossier", "bill_of", "dossier"]
