"""Reads a position out of a Word form that came back: what is understood, and what is not and why.

A person may have added, removed and merged rows, moved columns, typed a place in many ways. Nothing
is guessed: a row that is not understood is named with its reason and what to do; the others are kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.places import place_of
from makul.core.errors import BadInput
from makul.core.provisions import folded
from makul.documents.reading.tables import FilledForm, Row
from makul.law.forms import chosen_by_people, form, values

F4, F5 = form("F4"), form("F5")
LANGUAGES = ("ky", "ru", "en")
COLUMNS = ("provision", "kind", "text", "wording", "reason", "once", "yearly")
FEWEST = 3  # so many titles of columns make a table the table of remarks
SIGNATURE = re.compile(r"MAKUL F5 (\S+) (\S+)")
NUMBER = re.compile(r"№\s*(\d{4}-\d{3,})")
WORDS = ("Бүт долбоор боюнча пикир", "О проекте в целом")
TICKS = frozenset("+xхvvѵ✓✔☑☒✗✘*●■1")
SOM = re.compile(r"^([\d\s\u00a0\u202f.,]*\d)\s*(?:сом\w*|som|c|с)?\.?$", re.IGNORECASE)
MOST = 300

NO_PLACE: Promise = _(
    "it is not said which provision it is on: write it as in the list of the form, for example «7-берене, 2-бөлүк» or «ст. 7, ч. 2»"
)
BAD_PLACE: Promise = _(
    "the draft has no such provision: copy it or its code from the list of the form"
)
NO_TEXT: Promise = _("nothing is said in it: write the remark or the wording you propose")
NO_KIND: Promise = _(
    "its kind is neither «objection» nor «proposal»: it is shown as an objection, change it if it is not"
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that was not understood: its number in the table, why, what stood there, if it is kept."""

    number: int
    reason: Promise
    said: str
    is_kept: bool = False


@dataclass(slots=True)
class Recognised:
    """What the form says, ready for the form of a page; `unread` names what needs a look."""

    stance: str = ""
    summary: str = ""
    language: str = ""
    remarks: list[dict[str, str]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def recognise(
    filled: FilledForm, *, case_number: str, party_key: str, known: Collection[str]
) -> Recognised:
    """The position in the form.

    Raises: BadInput `form_of_other_case`, `form_of_other_body`, `not_a_form`.
    """
    refuse_foreign(filled, case_number=case_number, party_key=party_key)
    found = Recognised()
    is_form = False
    for table in filled.tables:
        titles = columns_of(table)
        if titles:
            read_remarks(found, table, titles, known=known)
            is_form = True
        elif read_stance(found, table) or read_summary(found, table):
            is_form = True
    if not is_form:
        raise BadInput("not_a_form", name="")
    found.language = found.language or language_of(filled)
    return found


def refuse_foreign(filled: FilledForm, *, case_number: str, party_key: str) -> None:
    """A form of another case or body says so; where its mark was lost, its number is looked for."""
    everything = "\n".join([*filled.lines, *(c for t in filled.tables for r in t for c in r)])
    if mark := SIGNATURE.search(everything):
        if mark[1] != case_number:
            raise BadInput("form_of_other_case", found=mark[1], number=case_number)
        if mark[2] != party_key:
            raise BadInput("form_of_other_body")
        return
    numbers = set(NUMBER.findall("\n".join(filled.lines)))
    if numbers and case_number not in numbers:
        raise BadInput("form_of_other_case", found=min(numbers), number=case_number)


def titles_by_column() -> Mapping[str, set[str]]:
    return {
        name: {folded(F5.heading(f"remark.{name}", one)) for one in LANGUAGES} for name in COLUMNS
    }


def columns_of(table: Sequence[Row]) -> dict[str, int]:
    """Which column holds what, by the titles of the first row; empty where these are no remarks."""
    if not table:
        return {}
    known = titles_by_column()
    head = [folded(cell).strip(" :*") for cell in table[0]]
    found = {
        name: at for at, said in enumerate(head) for name, titles in known.items() if said in titles
    }
    return found if len(found) >= FEWEST and "provision" in found else {}


def read_remarks(
    found: Recognised, table: Sequence[Row], titles: Mapping[str, int], *, known: Collection[str]
) -> None:
    for number, row in enumerate(table[1:], 1):
        said = {name: row[at].strip() if at < len(row) else "" for name, at in titles.items()}
        if any(said.values()):
            read_remark(found, {**dict.fromkeys(COLUMNS, ""), **said}, number, known=known)


def read_remark(
    found: Recognised, said: Mapping[str, str], number: int, *, known: Collection[str]
) -> None:
    """One row: kept where its place and its words are known, else named with the reason."""
    shown = " · ".join(one for one in said.values() if one)[:MOST]
    if not said["text"] and not said["wording"]:
        if any(said[name] for name in ("reason", "once", "yearly")):
            found.unread.append(Unread(number, NO_TEXT, shown))
        return  # a place and a kind alone are a row that was not begun
    eid = place_of(said["provision"], known) if said["provision"] else None
    if eid is None:
        reason = BAD_PLACE if said["provision"] else NO_PLACE
        found.unread.append(Unread(number, reason, shown))
        return
    kind = kind_of(said["kind"])
    if not kind:
        found.unread.append(Unread(number, NO_KIND, shown, is_kept=True))
    found.remarks.append(
        {
            "eid": eid,
            "kind": kind or "objection",
            "text": said["text"] or said["wording"],
            "wording": said["wording"],
            "reason": said["reason"],
            "once_som": som_of(said["once"]),
            "yearly_som": som_of(said["yearly"]),
        }
    )


def kind_of(said: str) -> str:
    """The kind by its word in any language, whole or its beginning; empty where it is none."""
    wanted = folded(said).strip(" .,;:")
    for value, words in values("remark.kind").items():
        if len(wanted) >= 3 and any(folded(words[one]).startswith(wanted) for one in LANGUAGES):
            return value
    return ""


def som_of(said: str) -> str:
    """A sum as it is written in a field; what is no whole sum stays as it was typed and is asked about."""
    match = SOM.match(said)
    if not match or re.search(r"[.,]\d{1,2}$", match[1]):
        return said
    digits = re.sub(r"\D", "", match[1])
    return f"{int(digits):,}".replace(",", " ")


def read_stance(found: Recognised, table: Sequence[Row]) -> bool:
    """The table of stances: the row that bears a sign, or the only one that was left."""
    rows = [(value, row) for row in table if (value := stance_in(row))]
    if not rows:
        return False
    ticked = [value for value, row in rows if any(is_tick(cell) for cell in row)]
    if len(ticked) == 1:
        found.stance = ticked[0]
    elif not ticked and len(rows) == 1:
        found.stance = rows[0][0]
    return True


def stance_in(row: Row) -> str:
    cells = {folded(cell).strip(" .+xх✓☒") for cell in row}
    said = values("stance")
    return next(
        (
            value
            for value in chosen_by_people("stance")
            if cells & {folded(said[value][one]) for one in LANGUAGES}
        ),
        "",
    )


def is_tick(cell: str) -> bool:
    return bool(cell.strip()) and set(cell.strip().casefold()) <= TICKS


def read_summary(found: Recognised, table: Sequence[Row]) -> bool:
    """A word on the whole draft, beside its label."""
    labels = {folded(one) for one in WORDS}
    for row in table:
        if row and folded(row[0]).strip(" :") in labels:
            found.summary = "\n".join(cell for cell in row[1:] if cell).strip()
            return True
    return False


def language_of(filled: FilledForm) -> str:
    """The language of the form, by the titles of its table."""
    heads = {folded(cell).strip(" :*") for table in filled.tables if table for cell in table[0]}
    counts = {
        one: sum(folded(F5.heading(f"remark.{name}", one)) in heads for name in COLUMNS)
        for one in ("ky", "ru")
    }
    return "ru" if counts["ru"] > counts["ky"] else "ky"
