"""Who acts for the demonstration's bodies: persons by office only, two for each body."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.utils import timezone

from makul.journal.actions import record_many
from makul.parties.models import Mandate, Party, Person

Words = tuple[str, str, str]
AIMAK_OFFICES: tuple[Words, Words] = (
    ("айыл өкмөтүнүн башчысы", "глава айыл окмоту", "head of the aiyl okmotu"),
    ("жооптуу катчы", "ответственный секретарь", "executive secretary"),
)
CITY_OFFICES: tuple[Words, Words] = (
    ("мэр", "мэр", "mayor"),
    ("мэриянын аппарат жетекчиси", "руководитель аппарата мэрии", "chief of the mayor's office"),
)
# By kind of body: the office that signs, then the office that prepares.
OFFICES: Mapping[str, tuple[Words, Words]] = {
    Party.Kind.MINISTRY: (
        ("министрдин орун басары", "заместитель министра", "deputy minister"),
        (
            "юридикалык башкармалыктын башкы адиси",
            "главный специалист юридического управления",
            "chief specialist of the legal department",
        ),
    ),
    Party.Kind.ASSOCIATION: (
        ("аткаруучу директор", "исполнительный директор", "executive director"),
        ("ассоциациянын эксперти", "эксперт ассоциации", "expert of the association"),
    ),
    Party.Kind.DESK: (
        ("уюштуруучунун жетекчиси", "руководитель организатора", "head of the facilitator"),
        ("уюштуруучунун катчысы", "секретарь организатора", "secretary of the facilitator"),
    ),
    Party.Kind.COMMITTEE: (
        ("төрага", "председатель", "chair"),
        ("консультант", "консультант", "clerk"),
    ),
    Party.Kind.PANEL: (
        ("төрага", "председатель", "chair"),
        ("катчы", "секретарь", "secretary"),
    ),
    Party.Kind.EXPERT: (
        ("эксперт", "эксперт", "expert"),
        ("эксперттин жардамчысы", "помощник эксперта", "assistant of the expert"),
    ),
}


def create(parties: Mapping[str, Party], *, now: datetime) -> dict[tuple[str, bool], Mandate]:
    """Two mandates for each party, by its key and by whether the office may sign.

    Nobody can sign in with a password: the page of the demonstration lets one take an office.
    """
    from_on = date(timezone.localdate(now).year - 1, 1, 1)
    mandates = [
        mandate_of(party, signs=signs, from_on=from_on)
        for party in parties.values()
        for signs in (True, False)
    ]
    users = [User(username=user_name(one), password=make_password(None)) for one in mandates]
    User.objects.bulk_create(users, batch_size=500)
    persons = Person.objects.bulk_create([Person(user=user) for user in users], batch_size=500)
    for mandate, person in zip(mandates, persons, strict=True):
        mandate.person = person
    Mandate.objects.bulk_create(mandates, batch_size=500)
    enter(mandates, now=now)
    return {(one.party.key, one.may_sign): one for one in mandates}


def user_name(mandate: Mandate) -> str:
    return f"{mandate.party.key}.{'head' if mandate.may_sign else 'secretary'}"


def mandate_of(party: Party, *, signs: bool, from_on: date) -> Mandate:
    offices = CITY_OFFICES if party.body_kind.startswith("city") else AIMAK_OFFICES
    office = OFFICES.get(party.kind, offices)[0 if signs else 1]
    return Mandate(
        party=party,
        office_ky=office[0],
        office_ru=office[1],
        office_en=office[2],
        from_on=from_on,
        may_sign=signs,
    )


def enter(mandates: list[Mandate], *, now: datetime) -> None:
    """Put each mandate on record, as giving it by hand would."""
    record_many(
        [
            {
                "subject": f"party:{one.party.key}",
                "action": "mandate_given",
                "party": one.party.key,
                "at": now,
                "value": "may_sign" if one.may_sign else "",
                "data": {
                    "mandate": one.pk,
                    "from_on": one.from_on.isoformat(),
                    "office_ky": one.office_ky,
                    "office_ru": one.office_ru,
                    "to_on": "",
                },
            }
            for one in mandates
        ]
    )
