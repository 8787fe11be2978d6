"""The letters that tell each author what became of its remarks: answered, or met by a new version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.cases.models import Case
from makul.cases.queries.table import TableRow
from makul.core.provisions.labels import label
from makul.law.forms import phrase
from makul.notices.actions import Letter
from makul.notices.writing import Words, letter_to
from makul.parties.models import Party

ANSWERED, REVISED = "answered", "revision_told"
MOST_ROWS = 60  # named one by one in a letter; the page has them all
MOST_CHARACTERS = 400


def own_rows(case: Case, party: Party) -> str:
    """The path of the public page with the rows of one party; an association reads them all."""
    path = reverse("case_rows", args=[case.number])
    return path if party.kind == Party.Kind.ASSOCIATION else f"{path}?party={party.key}"


def answered_letter(case: Case, party: Party, rows: Sequence[TableRow]) -> Letter:
    """What was replied to each of the party's remarks, in the language of its paperwork."""

    def words() -> Words:
        return Words(
            title=_("Replies to your remarks: case %(number)s") % {"number": case.number},
            opening=_("The initiator has replied to your remarks on a draft act:"),
            lines=[
                *with_rows(rows, lambda shown: reply_lines(shown, party.language)),
                _(
                    "Objections that are not settled go to a meeting. If a reply satisfies you, you may drop your row."
                ),
                "",
            ],
            way=_("Each remark with its reply, whole:"),
        )

    return letter_to(party, about=case, kind=ANSWERED, path=own_rows(case, party), words=words)


def reply_lines(shown: TableRow, language: str) -> Iterator[str]:
    """A row, its outcome, and the reason in the language of the reader or that it is in the other."""
    reply = shown.reply
    outcome = phrase("reply.kind", reply.kind, language=language) if reply else ""
    yield f"{shown.row.number}. {place(shown, language)}: {outcome}"
    text = getattr(reply, f"text_{language}", "")
    if text:
        yield f"   {cut(text)}"
    elif reply and (reply.text_ky or reply.text_ru):
        yield "   " + _("The reason is given in the other language only; read it on the page.")


def revised_letter(case: Case, party: Party, rows: Sequence[TableRow]) -> Letter:
    """Which of the party's remarks a new version of the draft meets, and where."""

    def words() -> Words:
        return Words(
            title=_("A new version of the draft meets your remarks: case %(number)s")
            % {"number": case.number},
            opening=_("The initiator says that a new version of the draft meets your remarks:"),
            lines=[
                *with_rows(rows, lambda shown: [revision_line(shown, party.language)]),
                _(
                    "This is what the initiator says. Read the provision; if it satisfies you, you may drop your row."
                ),
                "",
            ],
            way=_("Each remark with its reply, whole:"),
        )

    return letter_to(party, about=case, kind=REVISED, path=own_rows(case, party), words=words)


def revision_line(shown: TableRow, language: str) -> str:
    newest = max(shown.row.revisions.all(), key=lambda one: one.version.number)
    values = {
        "row": f"{shown.row.number}. {place(shown, language)}",
        "version": newest.version.number,
        "place": label(newest.eid, language=language) if newest.eid else _("The whole draft"),
    }
    if newest.is_settling:
        return _("%(row)s: taken into account in version %(version)s, %(place)s") % values
    return _("%(row)s: changed in version %(version)s, %(place)s") % values


def with_rows(rows: Sequence[TableRow], lines_of: Callable[[TableRow], Iterable[str]]) -> list[str]:
    """A line or two a row; past the most that a letter names, how many more there are."""
    lines = [line for shown in rows[:MOST_ROWS] for line in lines_of(shown)]
    rest = len(rows) - MOST_ROWS
    if rest > 0:
        lines.append(ngettext("and %(n)s more row", "and %(n)s more rows", rest) % {"n": rest})
    return ["", *lines, ""]


def place(shown: TableRow, language: str) -> str:
    eid = shown.row.eid
    return label(eid, language=language) if eid else _("The whole draft")


def cut(text: str) -> str:
    """A reason in one line; a long one is read on the page."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_CHARACTERS else f"{line[:MOST_CHARACTERS].rstrip()}…"
