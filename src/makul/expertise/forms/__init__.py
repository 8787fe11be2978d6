"""The forms of an expertise."""
