"""Sittings of committees and of the chamber: invitation, opinion for the minutes, minutes, readings."""
