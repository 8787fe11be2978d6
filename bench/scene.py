"""Builds whole cases in bulk: invented parties, a draft read from its text, entries, positions, rows."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

from bench.phrases import TOPICS, act_text, remark_text
from makul.cases.models import (
    Agreement,
    Case,
    Participation,
    Position,
    Remark,
    Reply,
    Row,
    RowRemark,
)
from makul.documents.storing import File, store_document
from makul.journal.actions import record_many
from makul.parties.models import Mandate, Party, Person
from makul.web.mandate import SESSION_KEY

START = datetime(2026, 9, 1, 10, tzinfo=ZoneInfo("Asia/Bishkek"))
LONG_AGO = date(2020, 1, 1)
OFFICES = ("initiator", "association", "facilitator", "appeal_body", "decider")
KINDS = (
    Party.Kind.MINISTRY,
    Party.Kind.ASSOCIATION,
    Party.Kind.DESK,
    Party.Kind.PANEL,
    Party.Kind.COMMITTEE,
)
STANCES = ("not_agreed", "agreed_with_remarks")


@dataclass
class House:
    """The parties of every case of the bench: those in an office, one a role, and the local bodies."""

    offices: dict[str, Party]
    bodies: list[Party]
    agreement: Agreement

    def mandate(self, role: str) -> Mandate:
        """One who acts for the party in this role."""
        return Mandate.objects.get(party=self.offices[role])


@transaction.atomic
def build_house(*, bodies: int) -> House:
    """Parties, a mandate for each office, the agreement by which the procedure binds."""
    keys = [f"demo-{role}" for role in OFFICES] + [f"demo-aa-{n:03}" for n in range(bodies)]
    kinds = [*KINDS, *[Party.Kind.EXECUTIVE] * bodies]
    rows = [party(key, kind) for key, kind in zip(keys, kinds, strict=True)]
    made = Party.objects.bulk_create(rows, batch_size=500)
    offices = dict(zip(OFFICES, made, strict=False))
    for one in offices.values():
        give_mandate(one)
    agreement = Agreement.objects.create(
        procedure="npa",
        edition="2026-proposed",
        initiator=offices["initiator"],
        association=offices["association"],
        facilitator=offices["facilitator"],
        appeal_body=offices["appeal_body"],
        document="bench",
        signed_on=LONG_AGO,
    )
    return House(offices, made[len(OFFICES) :], agreement)


def party(key: str, kind: str) -> Party:
    names = {f"name_{code}": f"{key} ({code})" for code in ("ky", "ru", "en")}
    return Party(key=key, kind=kind, is_demonstration=True, body_kind="aiyl_small", **names)


def give_mandate(of: Party) -> Mandate:
    user = User.objects.create(username=of.key)
    return Mandate.objects.create(
        person=Person.objects.create(user=user),
        party=of,
        office_ky="башчы",
        office_ru="глава",
        office_en="head",
        from_on=LONG_AGO,
        may_sign=True,
    )


@transaction.atomic
def build_case(house: House, *, number: int = 1, articles: int = 0) -> Case:
    """A case of which every body of the house was told, with its draft of so many articles."""
    case = Case.objects.create(
        number=f"2026-{number:04}",
        procedure="npa",
        edition="2026-proposed",
        agreement=house.agreement,
        act_kind="law",
        title_ky="Айылдын чарбасы жөнүндө",
        title_ru="О хозяйстве села",
        opened_at=START + timedelta(minutes=number),
        is_demonstration=True,
        judged_on=START.date(),
        stage="position",
        next_due_on=date(2026, 9, 22),
        next_due_step="position",
    )
    seats = [*house.offices.items(), *(("lsg", body) for body in house.bodies)]
    Participation.objects.bulk_create(
        [Participation(case=case, party=one, role=role) for role, one in seats]
    )
    if articles:
        files = [
            File(code, f"draft-{code}.txt", act_text(articles, language=code).encode())
            for code in ("ky", "ru")
        ]
        author = house.offices["initiator"]
        store_document(subject=case.subject, kind="draft", author=author, files=files, now=START)
    record_many(opening(case, house))
    return case


def opening(case: Case, house: House) -> list[dict[str, Any]]:
    """The entries up to the day on which everybody was told."""
    initiator, desk = house.offices["initiator"].key, house.offices["facilitator"].key
    told = [house.offices["association"], *house.bodies]
    return [
        entry(case, "submitted", initiator),
        entry(case, "accepted", desk, hours=1),
        entry(case, "screened", desk, hours=2, value="affects"),
        *(entry(case, "notified", desk, hours=3, to=one.key) for one in told),
    ]


def entry(case: Case, action: str, by: str, *, hours: int = 0, **more: str) -> dict[str, Any]:
    at = START + timedelta(hours=hours)
    return {"subject": case.subject, "action": action, "party": by, "at": at, **more}


@transaction.atomic
def file_positions(case: Case, house: House, *, remarks_each: int, seed: int = 1) -> list[Remark]:
    """A filed position of every body, each with so many remarks, and its entry.

    Some articles are spoken of far more than others, as in life; half the bodies write Russian.
    """
    chance, actor = random.Random(seed), house.mandate("facilitator")
    positions = Position.objects.bulk_create(
        [
            Position(
                case=case,
                party=body,
                stance=STANCES[n % 2],
                language=("ky", "ru")[n % 2],
                state=Position.State.FILED,
                drafted_by=actor,
                filed_by=actor,
                filed_at=START + timedelta(days=5),
                changed_at=START + timedelta(days=5),
                receipt=f"{n:08}",
            )
            for n, body in enumerate(house.bodies)
        ]
    )
    record_many(
        [entry(case, "position", one.party.key, hours=120, value=one.stance) for one in positions]
    )
    places = places_of(case) or [""]
    remarks = [
        remark
        for position in positions
        for remark in remarks_of(position, remarks_each, places, chance)
    ]
    return Remark.objects.bulk_create(remarks, batch_size=1_000)


def places_of(case: Case) -> list[str]:
    """The parts of articles of the draft, in their order."""
    from makul.documents.models import Provision

    found = Provision.objects.filter(
        version__document__subject=case.subject, version__language="ky", kind="part"
    )
    return list(found.order_by("order").values_list("eid", flat=True))


def remarks_of(
    position: Position, number: int, places: Sequence[str], chance: random.Random
) -> list[Remark]:
    """What one body says: to places of its choice, on the topic most speak of there."""
    weights = [1 / (rank + 2) for rank in range(len(places))]
    chosen = chance.choices(range(len(places)), weights=weights, k=number)
    topics = len(TOPICS["ky"])
    return [
        Remark(
            position=position,
            order=order,
            eid=places[place],
            kind=("objection", "objection", "proposal")[order % 3],
            text=remark_text(
                place if chance.random() < 0.8 else chance.randrange(topics),
                language=position.language,
                chance=chance,
            ),
            yearly_som=chance.randrange(50, 900) * 1_000,
        )
        for order, place in enumerate(chosen, start=1)
    ]


@transaction.atomic
def put_into_rows(case: Case, house: House, remarks: Sequence[Remark]) -> list[Row]:
    """Each remark in a row of its own; two of three rows are answered."""
    author = house.offices["association"]
    rows = Row.objects.bulk_create(
        [
            Row(
                case=case,
                number=number,
                eid=one.eid,
                kind=one.kind,
                author=author,
                text_ky=remark_text(number, language="ky", chance=random.Random(number)),
                text_ru=remark_text(number, language="ru", chance=random.Random(number)),
                yearly_som=one.yearly_som,
            )
            for number, one in enumerate(remarks, start=1)
        ],
        batch_size=1_000,
    )
    links = [RowRemark(row=row, remark=one) for row, one in zip(rows, remarks, strict=True)]
    RowRemark.objects.bulk_create(links, batch_size=1_000)
    actor, at = house.mandate("initiator"), START + timedelta(days=40)
    Reply.objects.bulk_create(
        [
            Reply(
                row=row,
                kind=("accepted", "declined")[row.number % 3 - 1],
                text_ky="Негиздемеси тиркелет.",
                text_ru="Обоснование прилагается.",
                drafted_by=actor,
                published_by=actor,
                published_at=at,
            )
            for row in rows
            if row.number % 3
        ],
        batch_size=1_000,
    )
    return rows


def anyone() -> Client:
    """A browser of one who is not signed in."""
    return Client(SERVER_NAME="127.0.0.1")


def browser(mandate: Mandate) -> Client:
    """A browser in which an office is signed in."""
    client = anyone()
    client.force_login(mandate.person.user)
    session = client.session
    session[SESSION_KEY] = mandate.pk
    session.save()
    return client
