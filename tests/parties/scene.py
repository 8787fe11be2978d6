"""A few invented bodies, offices and territories for the tests of the rooms that need no more."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client

from makul.parties.models import Mandate, Party, Person
from makul.parties.registry.reading import Edition
from makul.parties.registry.rows import TerritoryRow
from makul.parties.searching import searchable

NOW = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)  # ten in the morning in Bishkek
TODAY = date(2026, 9, 1)
NAMES = {
    "ministry": ("А министрлиги (көрсөтмө)", "Министерство А (демонстрация)"),
    "association": ("ЖӨБ ассоциациясы (көрсөтмө)", "Ассоциация МСУ (демонстрация)"),
    "desk": ("Уюштуруучу (көрсөтмө)", "Организатор (демонстрация)"),
    "committee": ("Жооптуу комитет (көрсөтмө)", "Ответственный комитет (демонстрация)"),
    "panel": ("Даттануу органы (көрсөтмө)", "Орган обжалования (демонстрация)"),
    "executive": ("№ 1 айыл өкмөтү (көрсөтмө)", "Айыл окмоту № 1 (демонстрация)"),
}


def body(kind: str, key: str = "", **more: Any) -> Party:
    """An invented body of this kind."""
    name_ky, name_ru = NAMES[kind]
    key = key or f"demo-{kind}"
    names = {"name_ky": f"{name_ky} {key}", "name_ru": f"{name_ru} {key}"} | more
    search = searchable(names["name_ky"], names["name_ru"])
    base = {"email": f"{key}@example.test", "is_demonstration": True, "search": search}
    return Party.objects.create(key=key, kind=kind, **(base | names))


def office(
    party: Party,
    *,
    user: str = "",
    may_sign: bool = False,
    from_on: date = date(2026, 1, 1),
    to_on: date | None = None,
) -> Mandate:
    """Someone who acts for a body; the account is made where there is none."""
    name = user or f"{party.key}-{'head' if may_sign else 'clerk'}"
    account, _new = get_user_model().objects.get_or_create(username=name)
    person, _new = Person.objects.get_or_create(user=account)
    return Mandate.objects.create(
        person=person,
        party=party,
        office_ky="башчы" if may_sign else "адис",
        office_ru="руководитель" if may_sign else "специалист",
        office_en="head" if may_sign else "officer",
        from_on=from_on,
        to_on=to_on,
        may_sign=may_sign,
    )


def signed_in(mandate: Mandate, *, language: str = "en") -> Client:
    """A browser in which the person of this mandate is signed in."""
    client = Client()
    client.force_login(mandate.person.user)
    client.cookies["language"] = language
    return client


def row(code: str, kind: str, name: str, *, parent: str = "", of: str = "", ky: str = "") -> TerritoryRow:  # fmt: skip
    return TerritoryRow(
        code.ljust(14, "0"),
        kind,
        ky or name,
        name,
        "",
        parent.ljust(14, "0") if parent else "",
        None,
        None,
        tuple(one.ljust(14, "0") for one in of.split()),
        "by hand",
        TODAY,
    )


def edition(*rows: TerritoryRow, on: date, covers: str) -> Edition:
    from dataclasses import replace

    dated = tuple(replace(one, edition_on=on) for one in rows)
    return Edition(f"List of {on.year}", on, "by hand", tuple(covers.split()), dated)


OLD = edition(
    row("1", "country", "Страна"),
    row("11", "oblast", "Область", parent="1", ky="Өзгөн облусу"),
    row("111", "raion", "Район", parent="11"),
    row("1111", "aimak", "Аймак один", parent="111"),
    row("1112", "aimak", "Аймак два", parent="111"),
    row("1113", "aimak", "Аймак три", parent="111"),
    on=date(2021, 4, 30),
    covers="country oblast raion city_raion aimak",
)
NEW = edition(
    row("1", "country", "Страна"),
    row("11", "oblast", "Область", parent="1", ky="Өзгөн облусу"),
    row("111", "raion", "Район новый", parent="11"),
    row("1119", "city_raion", "Город", parent="111", of="1111 1112"),
    on=date(2025, 10, 31),
    covers="country oblast raion city_raion",
)
