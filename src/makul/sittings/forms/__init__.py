"""The forms of sittings and of readings."""
