"""Kyrgyz letters spoiled on the way, made alike for search and comparison; the original stays shown."""

from __future__ import annotations

import re
import unicodedata

from makul.core.provisions.numbers import SUPERSCRIPTS

_SPOILED = str.maketrans(
    {
        "ё": "е",
        "Ё": "Е",
        "Ӊ": "Ң",
        "Њ": "Ң",
        "Ҥ": "Ң",
        "Ѳ": "Ө",
        "Ɵ": "Ө",
        "Ұ": "Ү",
        "ӊ": "ң",
        "њ": "ң",
        "ҥ": "ң",
        "ѳ": "ө",
        "ɵ": "ө",
        "ұ": "ү",
        "γ": "ү",
        "ʏ": "ү",
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "‑": "-",
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)
_LATIN_TWINS = "aceopxykmthbACEOPXYKMTHB"
_TWINS = str.maketrans(_LATIN_TWINS, "асеорхукмтнвАСЕОРХУКМТНВ")
_SAME_LENGTH = str.maketrans("ӊњҥѳɵұӉЊҤѲ", "ңңңөөүҢҢҢӨ")
_MIXED = re.compile(r"[^\W\d_]+")
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_SPACED = re.compile(
    r"(?<!\w)(?:[А-ЯӨҮҢ] ){3,}[А-ЯӨҮҢ](?!\w)|(?<!\w)(?:[а-яөүң] ){3,}[а-яөүң](?!\w)"
)
_FOLD = str.maketrans("өүң", "оун")
_VOWELS = "аеиоуыэюяөү"


def normal(text: str) -> str:
    """The text as it is searched and compared: one shape for each letter, dash, quote and space.

    >>> normal("Кеӊеш — «Жѳнүндѳ»")
    'кеңеш - "жөнүндө"'
    >>> normal("статья 222²") == normal("Статья 222-2")
    True
    """
    return evened(text).casefold().replace("ё", "е")


def evened(text: str) -> str:
    """One shape for each letter, dash, quote and space, capitals kept: for comparing versions.

    >>> evened("Кеӊеш — учёт"), evened("Кеңеш - учет") == evened("кеңеш - учет")
    ('Кеңеш - учет', False)
    """
    raised = re.sub(rf"(?<=\d)(?=[{SUPERSCRIPTS}])", "-", text).translate(_DIGITS)
    plain = unicodedata.normalize("NFC", raised).translate(_SPOILED)
    cyrillic = _MIXED.sub(lambda found: _one_script(found[0]), plain)
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), " ".join(cyrillic.split()))


def in_one_script(text: str) -> str:
    """Letter for letter the same length, with Latin look-alikes inside Cyrillic words made Cyrillic.

    >>> in_one_script("12-бepeнe, Cтатья IV")
    '12-берене, Статья IV'
    """
    return _MIXED.sub(lambda found: _one_script(found[0]), text.translate(_SAME_LENGTH))


def folded(text: str) -> str:
    """`normal`, and blind to ө/о, ү/у, ң/н: for searching texts that have lost these letters.

    >>> folded("төмөндөгүдөй") == folded("томондогудой")
    True
    """
    return normal(text).translate(_FOLD)


def _one_script(word: str) -> str:
    """Latin look-alikes inside a Cyrillic word become Cyrillic; a Latin word stays Latin."""
    latin = [letter for letter in word if letter.isascii()]
    if not latin or len(latin) == len(word) or any(one not in _LATIN_TWINS for one in latin):
        return word
    return word.translate(_TWINS)


def fix_legacy_letters(text: str) -> str:
    """Letters of the old Kyrgyz fonts set right: an offer to a person, never applied silently.

    >>> fix_legacy_letters("Кеёеш жън\\\\ндъ")
    'Кеңеш жөнүндө'
    >>> fix_legacy_letters("подъезд, съёмка, объект")
    'подъезд, съёмка, объект'
    """
    old_font = re.search(r"[а-я]\\|\\[а-я]", text) is not None
    return re.sub(r"[\w\\]+", lambda found: _legacy_word(found[0], old_font=old_font), text)


def _legacy_word(word: str, *, old_font: bool) -> str:
    """One word of an old font; the Russian uses of ъ and ё are left alone."""
    if not re.search(r"[а-яё]", word, re.IGNORECASE):
        return word
    word = word.translate(str.maketrans("ӊњҥѳӉЊҤѲ", "ңңңөҢҢҢӨ")).replace("\\", "ү")
    word = re.sub(r"ъ(?![еёюя])", "ө", word)
    word = re.sub(r"Ъ(?![ЕЁЮЯеёюя])", "Ө", word)
    where = "(?<!ъ)ё" if old_font else f"(?<=[{_VOWELS}])ё(?=[{_VOWELS}])"
    return re.sub(where, "ң", word)
