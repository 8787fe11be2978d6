"""The papers of a sitting: agenda, opinion for the minutes, speaking note, minutes."""
