"""What can be found of a case and of the bodies, as lines of the search, made from what is public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from makul.cases.models import Case, Position, Remark, Row
from makul.cases.queries.judging import edition_of, facts_of
from makul.cases.queries.rows import are_rows_open
from makul.core.procedure import status
from makul.core.provisions.labels import label
from makul.core.wordforms import searchable
from makul.documents.models import Document, Provision, Version
from makul.law.days_off import calendar
from makul.law.forms import phrase
from makul.parties.models import Party
from makul.portal.models import SearchLine

LANGUAGES = ("ky", "ru")
BARE = ("requisite", "title", "contents", "signature")  # found by the title of the case already


def line(
    kind: str,
    ref: str,
    language: str,
    *,
    title: str,
    text: str,
    place: str,
    case: Case | None = None,
) -> SearchLine:
    return SearchLine(
        case=case,
        kind=kind,
        ref=ref[:200],
        language=language,
        title=title[:400],
        text=text,
        folded=searchable(f"{title}\n{text}"),
        place=place,
        year=case.opened_at.year if case else None,
    )


def lines_of_case(case: Case, *, today: date) -> Iterator[SearchLine]:
    """Everything public of a case; a draft of the association's rows is nobody's word yet."""
    yield from titles(case)
    yield from provisions(case)
    yield from positions(case)
    yield from remarks(case)
    facts = facts_of(case)
    told = status(edition_of(case), facts, calendar=calendar(), today=today)
    if are_rows_open(facts, told):
        yield from rows(case)
    yield from meetings(case)
    yield from protocol(case)


def titles(case: Case) -> Iterator[SearchLine]:
    place = reverse("case", args=[case.number])
    for code in LANGUAGES:
        if text := case.title(code):
            yield line("title", "", code, title=case.number, text=text, place=place, case=case)


def provisions(case: Case) -> Iterator[SearchLine]:
    """The newest version of the draft in each language."""
    drafts = Version.objects.filter(
        document__subject=case.subject, document__kind=Document.Kind.DRAFT, document__is_public=True
    ).order_by("number")
    newest = {version.pk: code for code, version in {one.language: one for one in drafts}.items()}
    address = reverse("case_text", args=[case.number])
    found = Provision.objects.filter(version__in=list(newest)).exclude(kind__in=BARE)
    texts = found.order_by("version", "order").values_list("version_id", "eid", "heading", "text")
    for version, eid, heading, text in texts:
        code, words = newest[version], f"{heading} {text}".strip()
        if words and code in LANGUAGES:
            title = label(eid, language=code)
            place = f"{address}#{eid}"
            yield line("provision", eid, code, title=title, text=words, place=place, case=case)


def remarks(case: Case) -> Iterator[SearchLine]:
    """What each body said, in the language in which it said it."""
    filed = Remark.objects.filter(position__case=case, position__state=Position.State.FILED)
    for one in filed.select_related("position__party").order_by("pk"):
        code, number = one.position.language, one.position_id
        place = f"{reverse('position', args=[case.number, number])}#remark-{one.order}"
        yield line(
            "remark",
            str(one.pk),
            code,
            title=titled(one.position.party.name(code), one.eid, code),
            text=joined(one.text, one.wording, one.reason),
            place=place,
            case=case,
        )


def positions(case: Case) -> Iterator[SearchLine]:
    """What each body said on the whole."""
    filed = Position.objects.filter(case=case, state=Position.State.FILED).exclude(summary="")
    for one in filed.select_related("party").order_by("pk"):
        place = reverse("position", args=[case.number, one.pk])
        name = one.party.name(one.language)
        text, code = one.summary, one.language
        yield line("position", str(one.pk), code, title=name, text=text, place=place, case=case)


def titled(name: str, eid: str, language: str) -> str:
    """Whose word it is and on what."""
    return f"{name} · {label(eid, language=language)}" if eid else name


def joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def rows(case: Case) -> Iterator[SearchLine]:
    """The rows of the table and the replies published to them, in each language in which they are."""
    found: Any = Row.objects.filter(case=case).select_related("author", "reply").order_by("number")
    for row in found:
        place = f"{reverse('case_rows', args=[case.number])}?row={row.number}#row-{row.number}"
        reply = getattr(row, "reply", None)
        for code in LANGUAGES:
            said = joined(getattr(row, f"text_{code}"), getattr(row, f"wording_{code}"))
            title = titled(row.author.name(code), row.eid, code)
            ref = str(row.number)
            if said:
                yield line("row", ref, code, title=title, text=said, place=place, case=case)
            if reply and reply.published_at:
                answer = joined(getattr(reply, f"text_{code}"), getattr(reply, f"wording_{code}"))
                if answer:
                    where = label(row.eid, language=code) if row.eid else ""
                    yield line("reply", ref, code, title=where, text=answer, place=place, case=case)


def meetings(case: Case) -> Iterator[SearchLine]:
    """The records of the meetings that were held."""
    for one in case.meetings.filter(held_at__isnull=False):
        for code in LANGUAGES:
            if text := getattr(one, f"record_{code}"):
                place = f"{reverse('case_outcome', args=[case.number])}#meeting-{one.pk}"
                yield line(
                    "meeting", str(one.pk), code, title="", text=text, place=place, case=case
                )


def protocol(case: Case) -> Iterator[SearchLine]:
    found: Any = getattr(case, "protocol", None)
    place = f"{reverse('case_outcome', args=[case.number])}#h-protocol"
    for code in LANGUAGES if found is not None else ():
        name = phrase("protocol.kind", found.kind, language=code)
        text = f"{name[:1].upper()}{name[1:]}: {case.title(code) or case.number}"
        yield line("protocol", "", code, title="", text=text, place=place, case=case)


def lines_of_bodies(parties: Iterable[Party]) -> Iterator[SearchLine]:
    """The names of the bodies in both languages."""
    for party in parties:
        place = reverse("body", args=[party.key])
        for code in LANGUAGES:
            if name := getattr(party, f"name_{code}"):
                yield line("body", party.key, code, title="", text=name, place=place)
