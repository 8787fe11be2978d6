"""The forms of the special protocol: opening, items, positions, the sitting, votes, the law."""
