"""What the API answers beside the records of the files: a case whole, a provision, a page, an error."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from django.utils.translation import gettext_noop as _
from ninja import Schema

from makul.portal.opendata.schemas import (
    Body,
    BodyRecord,
    Case,
    CaseRecord,
    Eid,
    MissedRecord,
    NameKy,
    NameRu,
    PositionRecord,
    RemarkRecord,
    RowRecord,
    column,
)

Language = Literal["ky", "ru", "ky+ru"]


class Seat(Schema):
    """A body in its role in a case."""

    role: str = column(
        _("initiator, association, facilitator, appeal_body, decider or lsg (local body)"), "lsg"
    )
    body: Body
    name_ky: NameKy
    name_ru: NameRu


class DueRecord(Schema):
    """A step that is owed now."""

    step: str = column(_("The step, as the Order names it"), "replied")
    body: Body
    last_day: date | None = column(_("The last day of the term"), "2026-10-13")


class PaperRecord(Schema):
    """One version of a public document, in one language."""

    document: int = column(_("Number of the document"), 5)
    kind: str = column(_("draft, note, comparative, protocol, adopted and so on"), "draft")
    version: int = column(_("Number of the version"), 1)
    language: str = column(_("Language of the text: ky, ru or ky+ru"), "ru")
    file_name: str = column(_("Name of the file"), "draft-ru.docx")
    sha256: str = column(_("SHA-256 of the exact bytes"), "9f86d081884c7d65" * 4)
    url: str = column(_("Address of the exact file"), "/documents/5/1-ru/file")
    registered_at: datetime = column(_("When it was registered"), "2026-09-01T04:00:00Z")


class CaseDetail(CaseRecord):
    """One conciliation with its parties, papers, what is owed and what was missed."""

    parties: list[Seat] = column(_("Who takes part, and in which role"), None)
    due: list[DueRecord] = column(_("What is owed now"), None)
    terms_missed: list[MissedRecord] = column(_("Duties not kept within their term"), None)
    papers: list[PaperRecord] = column(_("Public documents, every version"), None)
    missing_languages: list[str] = column(
        _("Languages in which the newest version of the draft has no text"), []
    )


Text = Annotated[
    str | None,
    column(_("Its own words; null where the provision is not there in this language"), "…"),
]


class ProvisionRecord(Schema):
    """One provision of the newest version of the draft, in both languages as they stand."""

    case: Case
    version: int = column(_("Number of the version"), 1)
    eid: Eid
    kind: str = column(_("article, part, point, par and so on"), "part")
    number: str = column(_("Its number as it is written"), "1")
    heading_ky: Text
    heading_ru: Text
    text_ky: Text
    text_ru: Text


class ProvisionDetail(ProvisionRecord):
    """One provision with the remarks on it and below it."""

    remarks: list[RemarkRecord] = column(
        _("The remarks that stand, each in its own language"), None
    )


class EntryRecord(Schema):
    """One entry of the journal: what happened, by whom, when; its hash binds it to the one before."""

    number: int = column(_("Its number in the journal of this site"), 412)
    at: datetime = column(_("When it happened"), "2026-09-10T05:12:00Z")
    action: str = column(_("What was done, as the Order or the journal names it"), "position")
    party: str = column(_("Key of the body that did it; empty for internal work"), "demo-aa-01")
    to: str = column(_("Key of the body it was done to; empty: none"), "")
    value: str = column(
        _("Its value, where it has one: a stance, a kind of protocol"), "not_agreed"
    )
    hash: str = column(_("Hash of the entry (SHA-256)"), "9f86d081884c7d65" * 4)


class WholeCase(CaseDetail):
    """Everything that is public of one case in one answer."""

    provisions: list[ProvisionRecord] = column(_("The newest version of the draft"), None)
    rows: list[RowRecord] = column(_("Rows with their replies, once they are open"), None)
    positions: list[PositionRecord] = column(_("Positions filed"), None)
    remarks: list[RemarkRecord] = column(_("The remarks that stand"), None)
    entries: list[EntryRecord] = column(_("The journal of the case"), None)


class Page(Schema):
    """One page of records and how many there are in all."""

    count: int = column(_("How many records there are in all"), 1)
    page: int = column(_("Which page this is, from 1"), 1)
    pages: int = column(_("How many pages there are"), 1)


class CasePage(Page):
    """A page of conciliations."""

    items: list[CaseRecord] = column(_("The records of this page"), None)


class RowPage(Page):
    """A page of rows. They are open once the association has filed its position."""

    is_open: bool = column(_("Whether the rows of the case are open yet"), True)
    items: list[RowRecord] = column(_("The records of this page"), None)


class PositionPage(Page):
    """A page of positions."""

    items: list[PositionRecord] = column(_("The records of this page"), None)


class RemarkPage(Page):
    """A page of remarks."""

    items: list[RemarkRecord] = column(_("The records of this page"), None)


class ProvisionPage(Page):
    """A page of provisions, in the order of the text."""

    items: list[ProvisionRecord] = column(_("The records of this page"), None)


class EntryPage(Page):
    """A page of the journal of a case."""

    items: list[EntryRecord] = column(_("The records of this page"), None)


class BodyPage(Page):
    """A page of bodies."""

    items: list[BodyRecord] = column(_("The records of this page"), None)


class Problem(Schema):
    """What is not there."""

    detail: str = column(_("What went wrong"), "Not Found")


class InvalidField(Schema):
    """One parameter that was refused."""

    type: str = column(_("Why, as a word for machines"), "less_than_equal")
    loc: list[str | int] = column(_("Which parameter"), ["query", "limit"])
    msg: str = column(_("Why, as a sentence"), "Input should be less than or equal to 200")


class Invalid(Schema):
    """Parameters that were refused."""

    detail: list[InvalidField] = column(_("Each parameter and the reason"), None)
