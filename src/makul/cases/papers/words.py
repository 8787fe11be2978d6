"""What the papers of a case say in one language or in both: names, days, sums, provisions, stamps."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone, translation
from django.utils.formats import date_format

from makul.cases.models import Case
from makul.core.provisions import label
from makul.documents.paper import PaperLanguage, Stamp, both
from makul.parties.models import Party

NO_BREAK = "\u00a0"
YEARLY = {"ky": "жылына", "ru": "в год", "en": "a year"}
ONCE = {"ky": "бир жолу", "ru": "единовременно", "en": "once"}
SOM = "сом"
NOT_RECKONED = {"ky": "Бааланган эмес", "ru": "Не оценено", "en": "Not reckoned"}
WHOLE = {"ky": "Долбоор толугу менен", "ru": "Проект в целом", "en": "The whole draft"}
NOT_READY = {
    "ky": "Бул тилдеги текст берилген эмес",
    "ru": "Текст на этом языке не представлен",
    "en": "No text was given in this language",
}


def each(language: PaperLanguage) -> list[str]:
    """The languages of a paper, one by one."""
    return language.split("+")


def in_each(words: dict[str, str], language: PaperLanguage, *, between: str = "\n") -> str:
    """The words in every language of the paper, each once."""
    return between.join(dict.fromkeys(words[one] for one in each(language)))


def day(on: date, language: str) -> str:
    with translation.override(language):
        return str(date_format(on, "DATE_FORMAT"))


def party_name(party: Party, language: PaperLanguage) -> str:
    return in_each({one: party.name(one) for one in each(language)}, language)


def provision(eid: str, language: str) -> str:
    return label(eid, language=language) if eid else WHOLE[language]


def sums(once: int | None, yearly: int | None, language: str) -> str:
    """«33 740 000 сом единовременно, 87 498 000 сом в год»; what was not reckoned says so."""
    said = [
        f"{amount:,}".replace(",", NO_BREAK) + f"{NO_BREAK}{SOM} {words[language]}"
        for amount, words in ((once, ONCE), (yearly, YEARLY))
        if amount is not None
    ]
    return ", ".join(said) or NOT_RECKONED[language]


def case_title(case: Case, language: PaperLanguage) -> str:
    """The title of the act in each language of the paper; a missing one is said to be missing."""
    return "\n".join(case.title(one) or NOT_READY[one] for one in each(language))


def mark_of(case: Case) -> str:
    if not case.is_demonstration:
        return ""
    return both("printed", "demonstration", language="ky+ru").upper()


def stamp_of(case: Case, *, now: datetime, sha256: str = "") -> Stamp:
    return Stamp(case.number, case.edition, timezone.localtime(now), sha256)
