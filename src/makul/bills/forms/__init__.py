"""The forms of the work on bills."""
