"""What each record of Parliament's side says: its columns with their meaning, in files and in the API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from django.utils.translation import gettext_noop as _
from ninja import Schema

from makul.portal.opendata.schemas import Case, Demonstration, NameKy, NameRu, column

Bill = Annotated[int, column(_("Number of the bill on this site; it never changes"), 1024)]
BillNumber = Annotated[str, column(_("Number of the bill in its register"), "6-1024/26")]
Source = Annotated[str, column(_("The register it was read from"), "kenesh")]
TitleKy = Annotated[str, column(_("Title in Kyrgyz; empty: there is none"), "Көчө жарыгы жөнүндө")]
TitleRu = Annotated[
    str, column(_("Title in Russian; empty: there is none"), "Об уличном освещении")
]
Url = Annotated[str, column(_("Address of its page"), "/bills/1024/")]


class BillRecord(Schema):
    """One bill as a register outside Makul knows it, and what was found of it here."""

    id: Bill
    source: Source
    number: BillNumber
    url: Url
    register_url: str = column(
        _("Address of its page in the register; empty: not told"), "https://example.org/6-1024"
    )
    title_ky: TitleKy
    title_ru: TitleRu
    initiator_kind: str = column(
        _("cabinet, deputies, president, voters, court, prosecutor or kurultai"), "deputies"
    )
    initiator: str = column(_("Who initiated it, as the register says"), "4 deputies")
    act_kind: str = column(_("law, or sub_statutory: an act below a law"), "law")
    registered_on: date = column(_("Day of registration"), "2026-10-05")
    committee: str = column(_("Key of the committee; empty: not told"), "demo-committee")
    stage: str = column(
        _(
            "registered, committee, reading_1, reading_2, reading_3, adopted, signed, published, rejected or withdrawn"
        ),
        "committee",
    )
    track: str = column(_("ordinary, or fast: several readings at once"), "ordinary")
    touches: str = column(
        _("Whether it touches local communities: unknown, likely (by its words), yes or no"), "yes"
    )
    interests: list[str] = column(_("Kinds of interest that it touches"), ["money"])
    case: str = column(_("Number of its conciliation; empty: there is none"), "")
    alerts: int = column(_("How many alerts the watch raised on it"), 1)
    is_demonstration: Demonstration


class AlertRecord(Schema):
    """What the watch noticed: a way past conciliation, and how the association answered."""

    id: int = column(_("Number of the alert; it never changes"), 7)
    bill: Bill
    source: Source
    number: BillNumber
    url: Url
    kind: str = column(_("no_case, agenda_change, fast_track or reopened"), "no_case")
    initiator_kind: str = column(_("Who initiated the bill, as in the bills"), "deputies")
    raised_at: datetime = column(_("When it was noticed"), "2026-10-05T05:12:00Z")
    event_on: date | None = column(_("Day of the event that raised it; empty: none"), "2026-10-05")
    answer: str = column(_("motion, opinion or let_be; empty: not answered yet"), "motion")
    answered_at: datetime | None = column(_("When it was answered"), "2026-10-07T05:12:00Z")
    case: str = column(_("Number of the case opened on it; empty: none"), "2026-0009")
    is_demonstration: Demonstration


class EventRecord(Schema):
    """One thing that happened to a bill, as a register or a sitting told it."""

    kind: str = column(
        _(
            "registered, agenda, agenda_changed, fast_track, reading, amendment, adopted, signed, published, rejected or withdrawn"
        ),
        "reading",
    )
    on: date = column(_("The day"), "2026-10-20")
    readings: str = column(_("Which reading, or several at once; empty: none"), "1")
    provisions: list[str] = column(_("Provisions that an amendment touches"), [])
    text_ky: str = column(_("What was told of it in Kyrgyz"), "")
    text_ru: str = column(_("What was told of it in Russian"), "Принят в первом чтении.")
    told_by: str = column(_("The register or the sitting that told it"), "kenesh")


class BillDetail(BillRecord):
    """One bill with what happened to it and what the watch noticed."""

    events: list[EventRecord] = column(_("What happened to it, the oldest first"), None)
    noticed: list[AlertRecord] = column(_("What the watch noticed, the oldest first"), None)


class SittingRecord(Schema):
    """One sitting of a committee or of the chamber, and whether the association was invited."""

    number: Case
    url: str = column(_("Address of its page"), "/sittings/2026-0021/")
    kind: str = column(_("committee or chamber"), "committee")
    house: str = column(_("Key of the committee or of the chamber"), "demo-committee")
    house_name_ky: NameKy
    house_name_ru: NameRu
    convocation: str = column(_("Number of the convocation"), "VIII")
    starts_at: datetime = column(_("When it begins or began, as planned last"), "2026-10-20T04:00Z")
    place: str = column(_("Where; empty: not told"), "")
    agenda_sent_at: datetime | None = column(_("When the agenda was sent out"), "2026-10-12T05:00Z")
    held_at: datetime | None = column(_("When it was held; empty: not yet"), "2026-10-20T04:10Z")
    has_quorum: bool | None = column(_("Whether it had a quorum; empty: not told"), True)
    items: int = column(_("Items on its agenda"), 5)
    touching: int = column(_("Items that touch local communities"), 2)
    heard: int = column(_("Of these, items on which an association gave its opinion"), 1)
    invitation: str = column(
        _(
            "in_time, late or skipped (held without inviting); empty: not held, or nothing on it touched local communities"
        ),
        "in_time",
    )
    outcome: str = column(_("How it ended; empty: it goes on"), "")
    is_demonstration: Demonstration


class ExpertiseRecord(Schema):
    """One municipal expertise, with its verdict and that of a second deliberation."""

    number: Case
    url: str = column(_("Address of its page"), "/expertises/2026-0031/")
    title_ky: TitleKy
    title_ru: TitleRu
    bill: int | None = column(_("Number of the bill on this site; empty: none"), 1024)
    conciliation: str = column(_("Number of its conciliation; empty: there is none"), "2026-0007")
    ordered_by: str = column(_("Key of the body that ordered it"), "demo-committee")
    ordered_on: date = column(_("Day it was ordered"), "2026-10-06")
    verdict: str = column(
        _("acceptable, acceptable_with_changes, not_acceptable or insufficient; empty: none yet"),
        "not_acceptable",
    )
    signed_at: datetime | None = column(_("When the verdict was signed"), "2026-10-19T05:12:00Z")
    second_verdict: str = column(
        _("maintained, acceptable_now or verdict_withdrawn; empty: not deliberated again"),
        "maintained",
    )
    yearly_som: int | None = column(
        _("Cost a year to all local bodies in som, as likely; empty: no verdict or not estimated"),
        12000000,
    )
    once_som: int | None = column(
        _("Cost once to all local bodies in som, as likely; empty: no verdict or not estimated"),
        900000,
    )
    outcome: str = column(_("How it ended; empty: it goes on"), "")
    is_demonstration: Demonstration


Som = Annotated[int | None, column(_("Sum in som; empty: not stated"), 12500000)]


class SumRecord(Schema):
    """What is said of one item for one year, in som."""

    year: int = column(_("The year"), 2027)
    lsg_som: Som
    government_som: Som
    recommended_som: Som
    given_som: Som


class SpecialItem(Schema):
    """One item of a special protocol on inter-budget relations."""

    protocol: Case
    url: str = column(_("Address of the protocol's page"), "/special-protocols/2026-0041/")
    budget_year: int = column(_("Year of the budget"), 2027)
    number: int = column(_("Number of the item in its protocol"), 3)
    side: str = column(_("Who tabled it: lsg or government"), "lsg")
    kind: str = column(
        _("equalising, stimulating, target, delegated, taxes or other"), "equalising"
    )
    subject_ky: str = column(_("Subject in Kyrgyz"), "Теңдөөчү трансферттин көлөмү")
    subject_ru: str = column(_("Subject in Russian"), "Объём выравнивающего трансферта")
    outcome: str = column(
        _("agreed, not_agreed, withdrawn or carried (to the next year); empty: not yet"), "agreed"
    )
    carried_from: str = column(
        _("The item of an earlier protocol that it goes on with, as year and number; empty: none"),
        "2026-4",
    )
    article: str = column(_("Where it stands in the adopted law; empty: not stated"), "")
    is_demonstration: Demonstration


class SpecialItemRecord(SpecialItem):
    """One item with what each side reckons for each year, what was recommended and what was given."""

    sums: list[SumRecord] = column(_("The sums by year"), None)


class SpecialLineRecord(SpecialItem):
    """One item in one year: what each side reckons, what was recommended, what was given."""

    year: int = column(_("The year of the sums"), 2027)
    lsg_som: int | None = column(
        _("As local self-government reckons, som; empty: not filed"), 15000000
    )
    government_som: int | None = column(
        _("As the Government reckons, som; empty: not filed"), 10000000
    )
    recommended_som: int | None = column(
        _("As the conciliation sitting recommended, som; empty: not yet"), 12500000
    )
    given_som: int | None = column(_("As the adopted law gives, som; empty: not stated"), 12500000)
