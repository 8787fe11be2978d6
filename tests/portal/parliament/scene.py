"""One of each thing of Parliament's side, as its room would keep it; everything is invented.

bill = make_bill("6-1")
alert = make_alert(bill, "no_case")
sitting = make_sitting(scene, bill, invited=False)     # held yesterday, the association not invited
expertise = make_expertise(scene, bill, "not_acceptable", second="maintained")
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

from makul.bills.models import Alert, Bill
from makul.budget.models import Amount, Followed, Item, Position, SpecialProtocol
from makul.cases.models import Case
from makul.documents.models import Document
from makul.expertise.models import CostLine, Expertise, Verdict
from makul.journal.actions import record
from makul.parties.models import Party
from makul.sittings.models import AgendaItem, Convocation, Opinion, Sitting
from tests.scene import Scene

DAY = timedelta(days=1)


def make_bill(number: str, *, day: date | None = None, **values: object) -> Bill:
    """One row of a register."""
    given = {
        "title_ky": f"Көчө жарыгы жөнүндө {number}",
        "title_ru": f"Об уличном освещении {number}",
        "initiator_kind": "deputies",
        "touches": "yes",
        "row_sha256": "0" * 64,
        "is_demonstration": True,
    } | values
    return Bill.objects.create(
        source="kenesh",
        number=number,
        registered_on=day or timezone.localdate(),
        read_at=timezone.now(),
        **given,
    )


def make_alert(of: Bill, kind: str, *, at: datetime | None = None, **values: object) -> Alert:
    """What the watch noticed, a day ago."""
    return Alert.objects.create(
        bill=of,
        kind=kind,
        key=f"{of.pk}:{kind}:{Alert.objects.count()}",
        raised_at=at or timezone.now() - DAY,
        **values,
    )


def make_case(procedure: str, *seats: tuple[Party, str], at: datetime, **values: object) -> Case:
    case = Case.objects.create(
        number=f"{at.year}-9{Case.objects.count():03}",
        procedure=procedure,
        edition="2026-proposed",
        title_ky="Көчө жарыгы жөнүндө",
        title_ru="Об уличном освещении",
        opened_at=at,
        is_demonstration=True,
        **values,
    )
    for party, role in seats:
        case.participations.create(party=party, role=role)
    return case


def make_sitting(
    scene: Scene,
    bill: Bill | None = None,
    *,
    at: datetime | None = None,
    is_held: bool = True,
    invited: bool = True,
    heard: bool = False,
    readings: str = "1",
) -> Sitting:
    """A sitting planned a month before its day, the association invited three weeks before or never."""
    starts = at or timezone.now() - DAY
    planned = min(starts, timezone.now()) - 30 * DAY
    case = make_case(
        "sitting", (scene.committee, "committee"), (scene.union, "association"), at=planned
    )
    sitting = Sitting.objects.create(
        case=case,
        house=scene.committee,
        convocation=Convocation.objects.get_or_create(number="VIII")[0],
        starts_at=starts,
        held_at=starts if is_held else None,
    )
    item = make_agenda_item(scene, sitting, bill, at=planned, readings=readings)
    if heard:
        make_opinion(scene, item, at=planned)
    steps = [("scheduled", planned, f"{timezone.localdate(starts)}")]
    steps += [("invited", planned + DAY, "")] if invited else []
    steps += [("held", starts, "")] if is_held else []
    for action, when, value in steps:
        to = scene.union.key if action == "invited" else ""
        by = scene.committee.key
        record(subject=case.subject, action=action, party=by, to=to, at=when, value=value)
    return sitting


def make_agenda_item(
    scene: Scene, sitting: Sitting, bill: Bill | None, *, at: datetime, readings: str
) -> AgendaItem:
    return AgendaItem.objects.create(
        sitting=sitting,
        order=1,
        bill=bill,
        title_ky="Көчө жарыгы жөнүндө",
        readings=readings,
        touches_local=True,
        added_at=at,
        added_by=scene.drafter(scene.desk),
    )


def make_opinion(scene: Scene, item: AgendaItem, *, at: datetime) -> Opinion:
    return Opinion.objects.create(
        item=item,
        association=scene.union,
        text_ky="Каршыбыз.",
        prepared_by=scene.drafter(scene.union),
        prepared_at=at,
        released_at=at + DAY,
    )


def make_expertise(
    scene: Scene,
    bill: Bill | None,
    first: str = "",
    *,
    second: str = "",
    at: datetime | None = None,
) -> Expertise:
    """An expertise with its verdicts signed, and what it costs."""
    when = at or timezone.now() - 20 * DAY
    case = make_case("expertise", (scene.committee, "committee"), at=when)
    found = Expertise.objects.create(
        case=case, bill=bill, ordered_by=scene.committee, method="2026-proposed"
    )
    for number, value in ((1, first), (2, second)):
        if value:
            paper = Document.objects.create(
                subject=case.subject, kind="attachment", author=scene.committee, created_at=when
            )
            Verdict.objects.create(
                expertise=found,
                deliberation=number,
                value=value,
                by=scene.drafter(scene.desk),
                changed_at=when,
                signed_at=when + DAY,
                document=paper,
            )
    CostLine.objects.create(
        expertise=found,
        body_kind="aiyl_small",
        term="yearly",
        bodies=10,
        low_som=50,
        likely_som=100,
        high_som=200,
    )
    return found


def make_protocol(scene: Scene, year: int, *, is_sat: bool = True) -> SpecialProtocol:
    """Opened forty days ago; its conciliation sitting was held, or is still to come."""
    at = timezone.now() - 40 * DAY
    case = make_case("special_protocol", (scene.committee, "committee"), at=at)
    sat_on = timezone.localdate() - 20 * DAY if is_sat else None
    return SpecialProtocol.objects.create(case=case, budget_year=year, sat_on=sat_on)


def make_item(
    scene: Scene,
    protocol: SpecialProtocol,
    outcome: str = "",
    *,
    carried_from: Item | None = None,
    is_tabled: bool = True,
    is_filed: bool = True,
    **sums: int,
) -> Item:
    """An item with its sums of the budget year; both sides have filed theirs."""
    by, at = scene.drafter(scene.union), timezone.now() - 30 * DAY
    item = Item.objects.create(
        protocol=protocol,
        number=protocol.items.count() + 1,
        side="lsg",
        kind="equalising",
        subject_ky="Теңдөөчү трансферттин көлөмү",
        subject_ru="Объём выравнивающего трансферта",
        carried_from=carried_from,
        written_by=by,
        tabled_at=at if is_tabled else None,
        outcome=outcome,
    )
    for side in ("lsg", "government"):
        filed = at if is_filed else None
        Position.objects.create(item=item, side=side, by=by, at=at, filed_at=filed)
    for side, som in sums.items():
        Amount.objects.create(item=item, side=side, year=protocol.budget_year, amount_som=som)
    if "given" in sums:
        Followed.objects.create(item=item, article="Тиркеме 3", by=by, at=at)
    return item
