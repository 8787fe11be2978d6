"""Plays a procedure over a year or more with seeded chance, so that terms are chosen with open eyes."""

from makul.core.simulation.play import Played, play
from makul.core.simulation.settings import Bodies, Habit, Office, Settings, check_settings

__all__ = ["Bodies", "Habit", "Office", "Played", "Settings", "check_settings", "play"]
