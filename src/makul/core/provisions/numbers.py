"""Numbers of provisions: superscripts, Roman figures, letters, ordinals, and the ids they give."""

from __future__ import annotations

import re
from collections.abc import Sequence

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UP = str.maketrans("0123456789-+()n", SUPERSCRIPTS + "⁻⁺⁽⁾ⁿ")
_DOWN = str.maketrans(SUPERSCRIPTS, "0123456789")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LOOKALIKE = str.maketrans("ІХСМЅіхсмVvixlcdm", "IXCMSIXCMVVIXLCDM")
_LATIN = re.findall(
    r"\w+",
    "a b v g d e yo zh z i j k l m n ng o oe p r s t u ue f h ts ch sh shch hard y soft eh yu ya",
)
_LETTERS: dict[str, str] = dict(
    zip(
        "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
        _LATIN,
        strict=True,
    )
)
_ORDINALS = (
    ("перв", "бирин"),
    ("втор", "экин"),
    ("трет", "үчүн"),
    ("четверт", "төртүн"),
    ("пят", "бешин"),
    ("шест", "алтын"),
    ("седьм", "жетин"),
    ("восьм", "сегизин"),
    ("девят", "тогузун"),
    ("десят", "онун"),
    ("одиннадцат", "он бирин"),
    ("двенадцат", "он экин"),
)


def superscript(text: str) -> str:
    """Digits raised: what a superscript run of Word becomes in plain characters.

    >>> "222" + superscript("2")
    '222²'
    """
    return text.translate(_UP)


def parts_of(number: str) -> tuple[int, ...]:
    """A number as integers, the same for each way of writing it.

    >>> parts_of("222²"), parts_of("222-2"), parts_of("222^2"), parts_of("IV")
    ((222, 2), (222, 2), (222, 2), (4,))
    """
    raised = re.sub(rf"(?<=\d)(?=[{SUPERSCRIPTS}])", "-", number).translate(_DOWN)
    digits = re.findall(r"\d+", raised)
    if digits:
        return tuple(int(piece) for piece in digits)
    value = roman(number) or ordinal(number)
    return (value,) if value else ()


def roman(text: str) -> int:
    """The value of a Roman figure, 0 when it is none; Cyrillic look-alikes are accepted.

    >>> roman("XIV"), roman("ІІ"), roman("Q")
    (14, 2, 0)
    """
    letters = text.strip().translate(_LOOKALIKE)
    if not letters or any(letter not in _ROMAN for letter in letters):
        return 0
    values = [_ROMAN[letter] for letter in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def ordinal(text: str) -> int:
    """The number in an ordinal word of Russian or Kyrgyz, 0 when it is none.

    >>> ordinal("вторым"), ordinal("экинчи"), ordinal("слово")
    (2, 2, 0)
    """
    word = text.casefold().replace("ё", "е").strip()
    found = [
        (len(stem), value)
        for value, stems in enumerate(_ORDINALS, start=1)
        for stem in stems
        if word.startswith(stem)
    ]
    return max(found)[1] if found else 0


def slug(number: str) -> str:
    """The number inside an id: digits joined by "_", a letter in Latin.

    >>> slug("222²"), slug("а"), slug("ж")
    ('222_2', 'a', 'zh')
    """
    if len(number) == 1 and number.isalpha() and number.islower():
        return _LETTERS.get(number, number)
    values = parts_of(number)
    return "_".join(str(value) for value in values) if values else "x"


def restored(numbers: Sequence[str]) -> tuple[str, ...]:
    """Superscripts lost on the way through PDF, put back where the order of siblings proves them.

    «1, 11, 2» can only be 1, 1¹, 2. Without such a proof a number stays as it was.

    >>> restored(["222", "2221", "2222", "223"])
    ('222', '222¹', '222²', '223')
    >>> restored(["1", "11", "12"])
    ('1', '11', '12')
    """
    values = [parts_of(number) for number in numbers]
    found: list[str] = []
    base, raised = 0, 0
    for index, number in enumerate(numbers):
        rest = _raised(base, values[index], values[index + 1 :])
        if rest > raised:
            raised = rest
            found.append(f"{base}{superscript(str(rest))}")
            continue
        found.append(number)
        if values[index]:
            base, raised = values[index][0], (values[index][1:] or (0,))[0]
    return tuple(found)


def _raised(base: int, value: tuple[int, ...], later: Sequence[tuple[int, ...]]) -> int:
    """The superscript hidden at the end of `value`, 0 when there is no proof of one."""
    if not base or len(value) != 1 or value[0] <= base + 1:
        return 0
    digits, stem = str(value[0]), str(base)
    rest = digits[len(stem) :]
    if not digits.startswith(stem) or not rest or rest[0] == "0":
        return 0
    proven = any(len(one) == 1 and base < one[0] < value[0] for one in later)
    return int(rest) if proven else 0
