"""A number with its noun, in the form that a sentence of law asks for, in three languages."""

# Nouns after 1, after 2-4 and after more; Kyrgyz keeps the singular, English knows two forms.
_NOUNS = {
    ("ru", "wd"): ("рабочего дня", "рабочих дней", "рабочих дней"),
    ("ru", "wdacc"): ("рабочий день", "рабочих дня", "рабочих дней"),
    ("ru", "cd"): ("календарного дня", "календарных дней", "календарных дней"),
    ("ru", "cdacc"): ("календарный день", "календарных дня", "календарных дней"),
    ("ru", "mo"): ("месяца", "месяцев", "месяцев"),
    ("ru", "moacc"): ("месяц", "месяца", "месяцев"),
    ("ky", "wd"): ("жумуш күнү",) * 3,
    ("ky", "wdacc"): ("жумуш күнү",) * 3,
    ("ky", "cd"): ("календардык күн",) * 3,
    ("ky", "cdacc"): ("календардык күн",) * 3,
    ("ky", "mo"): ("ай",) * 3,
    ("ky", "moacc"): ("ай",) * 3,
    ("en", "wd"): ("working day", "working days", "working days"),
    ("en", "wdacc"): ("working day", "working days", "working days"),
    ("en", "cd"): ("calendar day", "calendar days", "calendar days"),
    ("en", "cdacc"): ("calendar day", "calendar days", "calendar days"),
    ("en", "mo"): ("month", "months", "months"),
    ("en", "moacc"): ("month", "months", "months"),
}


def print_number(number: int, *, form: str, language: str) -> str:
    """A number of days or months with its noun in the form that the sentence asks for.

    >>> [print_number(n, form="wd", language="ru") for n in (1, 10, 21)]
    ['1 рабочего дня', '10 рабочих дней', '21 рабочего дня']
    >>> print_number(2, form="wdacc", language="ru"), print_number(12, form="mo", language="ky")
    ('2 рабочих дня', '12 ай')
    """
    if form == "n":
        return str(number)
    one, few, many = _NOUNS[language, form]
    if language == "ky":
        return f"{number} {one}"
    if language == "en":
        return f"{number} {one if number == 1 else many}"
    return f"{number} {_russian(number, one, few, many)}"


def _russian(number: int, one: str, few: str, many: str) -> str:
    """The noun after a number: 1 and 21 but not 11; 2-4 and 22-24 but not 12-14; the rest."""
    if number % 100 not in range(11, 15):
        if number % 10 == 1:
            return one
        if number % 10 in (2, 3, 4):
            return few
    return many
