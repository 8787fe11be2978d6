"""Reads special protocols: their items with all figures, what may be seen by whom, last year's."""
