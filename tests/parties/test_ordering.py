"""Lists of bodies stand in the order of the letters of the page, on either database."""

from __future__ import annotations

import random

import pytest
from django.db import connection
from django.test import Client

from makul.core.alphabet import sort_key
from makul.parties import queries
from makul.parties.models import Party
from makul.parties.ordering import SortKey, by_name, teach

pytestmark = pytest.mark.django_db
KY = [
    "Аксуу",
    "Ёрик",
    "Жаңы-Жол",
    "Ноокат",
    "Ош",
    "Өзгөн",
    "«Өкмөт»",
    "Папан",
    "Тооң",
    "Уста",
    "Үзүм",
]
RU = ["Ак-Суу", "Ежово", "Ёлкино", "Жалал", "Ош", "Узген", "Яблоня"]


def make(names: list[str], code: str) -> None:
    for n, name in enumerate(random.Random(3).sample(names, len(names))):  # noqa: S311
        own = {"name_ky": "Бирдей", "name_ru": "Равно"} | {f"name_{code}": name}
        Party.objects.create(key=f"b-{n}", kind="executive", **own)


@pytest.mark.parametrize(("language", "names"), [("ky", KY), ("ru", RU)])
def test_bodies_stand_by_their_letters(language: str, names: list[str]) -> None:
    make(names, language)
    assert [one.name(language) for one in queries.bodies(language=language)] == names


def test_the_database_and_python_agree() -> None:
    make(KY, "ky")
    found = Party.objects.order_by(by_name("ky")).values_list("name_ky", flat=True)
    assert list(found) == sorted(KY, key=lambda name: sort_key(name, language="ky"))


def test_a_name_that_is_not_there_stands_by_its_kyrgyz_one() -> None:
    Party.objects.create(
        key="a", kind="kenesh", name_ky="Баткен", name_ru="Баткен", name_en="Zulum"
    )
    Party.objects.create(key="b", kind="kenesh", name_ky="Алай", name_ru="Алай")
    Party.objects.create(key="c", kind="kenesh", name_ky="Ош", name_ru="Ош", name_en="Alai")
    found = Party.objects.order_by(by_name("en")).values_list("key", flat=True)
    assert list(found) == ["c", "a", "b"]


def test_the_page_sorts_in_its_own_language(client: Client) -> None:
    make(KY, "ky")
    html = client.get("/bodies/?lang=ky").content.decode()
    places = [html.index(name.strip("«»")) for name in KY]
    assert places == sorted(places)


def test_postgresql_does_it_with_its_own_function() -> None:
    compiler = Party.objects.order_by(by_name("ky")).query.get_compiler(connection=connection)
    key = SortKey("name_ky", "ky").resolve_expression(Party.objects.all().query)
    sql, params = key.as_postgresql(compiler, connection)
    assert sql.startswith("translate(") and sql.endswith('COLLATE "C"')
    assert len(params) == 2


def test_another_database_is_left_alone() -> None:
    class Other:
        vendor = "postgresql"
        connection = None

    teach(Other())  # type: ignore[arg-type]
