"""What each record says: its columns with their meaning, the same in the files and in the API.

The descriptions are the data dictionary: they are translated like every word of a page.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.utils.translation import gettext_noop as _
from ninja import Schema
from pydantic import Field

EXAMPLE_CASE = "2026-0007"


def column(description: str, example: Any) -> Any:
    """A column with its meaning and an example; None where the example is made of its parts."""
    return Field(description=description, examples=None if example is None else [example])


Case = Annotated[str, column(_("Number of the case; it never changes"), EXAMPLE_CASE)]
Eid = Annotated[
    str,
    column(
        _("Provision by its id, the same in both languages; empty: the whole draft"),
        "art_3__part_1",
    ),
]
Kind = Annotated[str, column(_("objection or proposal"), "objection")]
Body = Annotated[str, column(_("Key of the body; it never changes"), "demo-aa-01")]
NameKy = Annotated[str, column(_("Name in Kyrgyz"), "Көк-Жар айыл өкмөтү")]
NameRu = Annotated[str, column(_("Name in Russian"), "Айыл окмоту Кок-Жар")]
YearlySom = Annotated[
    int | None, column(_("Cost a year in som, as those behind it reckon; empty: not said"), 400000)
]
OnceSom = Annotated[
    int | None, column(_("Cost once in som, as those behind it reckon; empty: not said"), 60000)
]
WordingKy = Annotated[str, column(_("Proposed wording in Kyrgyz"), "Дайындала алат.")]
WordingRu = Annotated[str, column(_("Proposed wording in Russian"), "Может назначаться.")]
Demonstration = Annotated[
    bool, column(_("Whether it was made for a demonstration and is no real fact"), False)
]


class CaseRecord(Schema):
    """One conciliation: what draft, whose, where it stands, how it ended."""

    number: Case
    url: str = column(_("Address of its page"), "/cases/2026-0007/")
    title_ky: str = column(_("Title in Kyrgyz; empty: there is none"), "Көчө жарыгы жөнүндө")
    title_ru: str = column(_("Title in Russian; empty: there is none"), "Об уличном освещении")
    authentic_language: str = column(
        _("Which language is authentic: ky, ru; empty: not declared"), "ru"
    )
    act_kind: str = column(_("law, or sub_statutory: an act below a law"), "law")
    track: str = column(_("ordinary or short"), "ordinary")
    initiator: str = column(_("Key of the norm-making body"), "demo-ministry")
    initiator_name_ky: str = column(_("Name of the norm-making body in Kyrgyz"), "Министрлик")
    initiator_name_ru: str = column(_("Name of the norm-making body in Russian"), "Министерство")
    opened_on: date = column(_("Day the case was opened"), "2026-09-01")
    stage: str = column(_("The step that is awaited, as the Order names it"), "position")
    outcome: str = column(_("How it ended; empty: it goes on"), "")
    is_closed: bool = column(_("Whether the case is closed"), False)
    protocol: str = column(
        _("agreement, disagreements or certificate; empty: none drawn"), "disagreements"
    )
    is_bypassed: bool = column(_("Whether the act was adopted without conciliation"), False)
    next_due_step: str = column(_("The step owed next; empty: none"), "replied")
    next_due_on: date | None = column(_("Last day of the step owed next"), "2026-10-13")
    missed: int = column(_("Duties not kept within their term so far"), 1)
    asked: int = column(_("Bodies of local self-government asked"), 24)
    answered: int = column(_("Bodies of local self-government that answered"), 17)
    previous: str = column(_("Number of the earlier case on the same draft; empty: none"), "")
    is_demonstration: Demonstration


class RowRecord(Schema):
    """One row of the table: alike remarks merged, those behind them, the reply, what came of it."""

    case: Case
    number: int = column(_("Number of the row in its case"), 12)
    eid: Eid
    kind: Kind
    text_ky: str = column(
        _("The remark in Kyrgyz; empty: not said in it"), "Каражат каралган эмес."
    )
    text_ru: str = column(_("The remark in Russian; empty: not said in it"), "Средства не указаны.")
    wording_ky: WordingKy
    wording_ru: WordingRu
    bodies: list[str] = column(_("Keys of the bodies behind it"), ["demo-aa-01", "demo-aa-02"])
    yearly_som: YearlySom
    once_som: OnceSom
    is_minority: bool = column(
        _("Whether it is an opinion of a minority of the association"), False
    )
    is_dropped: bool = column(_("Whether the association dropped it"), False)
    reply: str = column(_("accepted, partly or declined; empty: no reply yet"), "partly")
    reply_ky: str = column(_("Text of the reply in Kyrgyz"), "Эске алынды.")
    reply_ru: str = column(_("Text of the reply in Russian"), "Учтено.")
    new_wording_ky: str = column(_("New wording of the draft in Kyrgyz"), "Дайындала алат.")
    new_wording_ru: str = column(_("New wording of the draft in Russian"), "Может назначаться.")
    replied_at: datetime | None = column(_("When the reply was published"), "2026-10-12T11:20:00Z")
    state: str = column(_("waiting, settled, unsettled, dropped or minority"), "settled")
    in_adopted: str = column(
        _("How the adopted act has it: lsg, partly, initiator, removed, changed_after; or empty"),
        "",
    )


class PositionRecord(Schema):
    """What one body answered to one draft."""

    case: Case
    id: int = column(_("Number of the position; its page ends with it"), 31)
    body: Body
    stance: str = column(
        _("agreed, agreed_with_remarks, not_agreed or not_affected"), "agreed_with_remarks"
    )
    language: str = column(_("Language of the position: ky or ru"), "ky")
    summary: str = column(_("What it says of the draft as a whole, in its language"), "Колдойбуз.")
    filed_at: datetime | None = column(_("When it was filed"), "2026-09-10T05:12:00Z")
    state: str = column(_("filed, replaced (by a later one of the body) or withdrawn"), "filed")
    is_paper: bool = column(_("Whether it came on paper and was entered by the desk"), False)
    remarks: int = column(_("How many remarks it holds"), 3)


class RemarkRecord(Schema):
    """One remark of one body on one provision, in the language in which it was made."""

    case: Case
    position: int = column(_("Number of the position it stands in"), 31)
    body: Body
    order: int = column(_("Its place in the position"), 1)
    eid: Eid
    kind: Kind
    language: str = column(_("Language of the remark: ky or ru"), "ky")
    text: str = column(_("The remark"), "Инспекторго каражат каралган эмес.")
    wording: str = column(_("Proposed wording"), "Инспектор дайындала алат.")
    reason: str = column(_("Reason"), "Бюджетте каражат жок.")
    yearly_som: YearlySom
    once_som: OnceSom
    row: int | None = column(_("Number of the row it was merged into; empty: none yet"), 12)


class BodyRecord(Schema):
    """A body that takes part: of local self-government, a norm-making body, an association."""

    key: Body
    kind: str = column(
        _("ministry, association, desk, committee, panel, executive or kenesh"), "executive"
    )
    body_kind: str = column(_("Kind of local body; empty: it is none"), "aiyl_small")
    territory: str = column(_("Code of its territory in the official list"), "41702 205 800 000")
    oblast: str = column(_("Code of its oblast"), "41702")
    name_ky: NameKy
    name_ru: NameRu
    name_en: str = column(_("Name in English; empty: there is none"), "Kok-Jar aiyl okmotu")
    language: str = column(_("Language of its paperwork: ky or ru"), "ky")
    valid_from: date | None = column(_("The day it began; empty: not known"), "2024-01-01")
    valid_to: date | None = column(_("The day it ended; empty: it goes on"), None)
    is_demonstration: Demonstration


class MissedRecord(Schema):
    """A duty not kept within its term, or a step that was skipped, as the judge of the Order finds."""

    case: Case
    kind: str = column(
        _("late (done after its last day), overdue (not done yet) or skipped"), "late"
    )
    step: str = column(_("The step, as the Order names it"), "replied")
    body: Body
    last_day: date | None = column(_("The last day of the term"), "2026-10-13")
    duty: str = column(_("The sentence of the Order that makes it owed"), "replies.1")
    before: str = column(_("For a skipped step: the step that jumped over it"), "")
