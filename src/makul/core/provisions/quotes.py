"""Quotations inside a clause set aside, so that what they say is not read as the clause's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPENING, _CLOSING = "«“„", "»”"
MASK = "⟦{}⟧"
_LETTERED = re.compile(r"пункт[а-я]*(?:\s*[«\"“]?[а-я][»\"”]?\s*(?:,|и|жана))*\s*$")
_LETTER_BEFORE = re.compile(r"\s*-?\s*(?:(?:,|жана)\s*[«\"“][а-я][»\"”]\s*)*-?\s*пунктча")
_ANY_OPENING = re.compile(r'["«“„]')
_MASKED = r"⟦(\d+)⟧"


@dataclass(frozen=True, slots=True)
class Masked:
    """A text whose quotations are tokens, and the quotations by number."""

    text: str
    quotations: tuple[str, ...]

    def words(self, tokens: str) -> tuple[str, ...]:
        """The quotations named by the tokens in a piece of the masked text."""
        return tuple(self.quotations[int(number)] for number in re.findall(_MASKED, tokens))


def masked(text: str, *, block: str = "") -> Masked:
    """`text` with each quotation as a token; `block`, the quoted lines below it, is the last one.

    >>> found = masked("слова «по мере «сил»» заменить")
    >>> found.text, found.quotations
    ('слова ⟦0⟧ заменить', ('по мере «сил»',))
    """
    pieces: list[str] = []
    quotations: list[str] = []
    index = 0
    plain = text.replace("⟦", "[").replace("⟧", "]")
    while found := _ANY_OPENING.search(plain, index):
        start = found.start()
        end = _end(plain, start)
        if end is None or _names_a_place(plain, start, end):
            pieces.append(plain[index : start + 1])
            index = start + 1
            continue
        pieces.append(plain[index:start] + MASK.format(len(quotations)))
        quotations.append(plain[start + 1 : end])
        index = end + 1
    pieces.append(plain[index:])
    if block:
        pieces.append(" " + MASK.format(len(quotations)))
        quotations.append(unquoted(block))
    return Masked("".join(pieces), tuple(quotations))


def _names_a_place(text: str, start: int, end: int) -> bool:
    """«а» of «подпункт «а»»: the letter of a provision, not words to be changed."""
    if end - start != 2 or not text[start + 1].isalpha():
        return False
    before, after = text[max(0, start - 60) : start], text[end + 1 : end + 40]
    return bool(_LETTERED.search(before) or _LETTER_BEFORE.match(after))


def _end(text: str, start: int) -> int | None:
    """Where the quotation that opens at `start` closes."""
    if text[start] == '"':
        end = text.find('"', start + 1)
        return end if end > start else None
    if text[start] not in _OPENING:
        return None
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] in _OPENING) - (text[index] in _CLOSING)
        if depth == 0:
            return index
    last = max(text.rfind(one) for one in _CLOSING)
    return last if last > start else None


def unquoted(block: str) -> str:
    """The block without its outer quotation marks and what closes the clause after them.

    >>> unquoted("«5) ведут реестр.»;")
    '5) ведут реестр.'
    """
    text = block.strip()
    opened = text[:1] in _OPENING + '"'
    body = text[1:] if opened else text
    return re.sub(r'["»”]\s*[;.,]*$', "", body) if opened else body
