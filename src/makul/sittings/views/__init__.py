"""The pages of sittings and of readings."""
