"""The order of letters in a list: Kyrgyz ң, ө, ү and ё at their places, which no byte order keeps."""

from __future__ import annotations

# Letters that only the Kyrgyz alphabet has follow the one they grew from; the rest is common.
KYRGYZ = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
DROPPED = "«»“”„\"'’‘`()"
_FIRST = (
    0x430  # what stands in the key for the first letter: after digits and Latin, as a list is read
)
LATIN = "abcdefghijklmnopqrstuvwxyz"


def letters(language: str) -> tuple[str, str]:
    """Which letter stands for which in a sort key: two rows; what is past the second falls away.

    Kyrgyz has a place of its own for ё (after е); Russian reads it as е. Kyrgyz letters in a Russian
    list stand where a Russian reader looks for them: ң with н, ө with о, ү with у.

    >>> all(len(letters(code)[0]) > len(letters(code)[1]) for code in ("ky", "ru", "en"))
    True
    """
    if language == "ru":
        pairs = {letter: chr(_FIRST + place) for place, letter in enumerate(RUSSIAN)}
        pairs |= {"ё": pairs["е"], "ң": pairs["н"], "ө": pairs["о"], "ү": pairs["у"]}
    else:
        pairs = {letter: chr(_FIRST + place) for place, letter in enumerate(KYRGYZ)}
    pairs |= {letter: letter for letter in LATIN}
    both = {**pairs, **{letter.upper(): sign for letter, sign in pairs.items()}}
    return "".join(both) + DROPPED, "".join(both.values())


_TABLES = {
    code: str.maketrans(dict(zip(*letters(code), strict=False)))
    | str.maketrans(dict.fromkeys(DROPPED, ""))
    for code in ("ky", "ru", "en")
}


def sort_key(text: str, *, language: str) -> str:
    """What to sort by so that names stand as in a dictionary of the language.

    >>> sorted(["Үзүм", "Ташкөмүр", "Өзгөн", "Ош", "Папан"], key=lambda one: sort_key(one, language="ky"))
    ['Ош', 'Өзгөн', 'Папан', 'Ташкөмүр', 'Үзүм']
    >>> sorted(["Ёлкино", "Жалал", "Ежово"], key=lambda one: sort_key(one, language="ru"))
    ['Ежово', 'Ёлкино', 'Жалал']
    """
    return text.translate(_TABLES.get(language, _TABLES["ky"]))
