"""How wide each column of a printed table is, so that numbers and short words stay whole."""

from __future__ import annotations

from makul.documents.paper import Table, plain

CHARACTER_MM = 1.85  # one wide Cyrillic letter of the table's size
INSET_MM = 3.8  # the room left and right inside a cell
_WHOLE_NUMBER, _WHOLE_WORD = 14, 11  # characters kept on one line


def column_widths(table: Table, *, room_mm: float) -> list[float]:
    """Widths in millimetres that fill `room_mm`: the shares asked for, but no column too narrow.

    >>> from makul.documents.paper import Column
    >>> column_widths(Table((Column("а", 1), Column("б", 3)), ()), room_mm=160)
    [40.0, 120.0]
    """
    whole = sum(max(column.share, 0.01) for column in table.columns)
    asked = [max(column.share, 0.01) / whole * room_mm for column in table.columns]
    least = [_least(table, place) for place in range(len(asked))]
    if sum(least) >= room_mm:
        return [width * room_mm / sum(least) for width in least]
    lacking = sum(max(low - wish, 0) for low, wish in zip(least, asked, strict=True))
    spare = sum(max(wish - low, 0) for low, wish in zip(least, asked, strict=True))
    kept = 1 - lacking / spare if spare else 1.0
    return [low + max(wish - low, 0) * kept for low, wish in zip(least, asked, strict=True)]


def room_for_characters(width_mm: float) -> int:
    """How many characters surely fit on one line of a cell that wide; at least one."""
    return max(int((width_mm - INSET_MM) / CHARACTER_MM + 1e-6), 1)


def _least(table: Table, place: int) -> float:
    texts = [table.columns[place].title, *(plain(row[place]) for row in table.rows)]
    longest = max((_whole(word) for text in texts for word in text.split(" ")), default=1)
    return longest * CHARACTER_MM + INSET_MM


def _whole(word: str) -> int:
    is_number = any(sign.isdigit() for sign in word)
    return min(len(word), _WHOLE_NUMBER if is_number else _WHOLE_WORD)
