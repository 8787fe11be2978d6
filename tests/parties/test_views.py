"""The pages of the registry, of bodies and of mandates: who sees what, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from makul.journal.models import Entry
from makul.parties.actions import import_registry
from makul.parties.models import Mandate, Territory
from tests.parties.scene import NEW, NOW, OLD, body, office, signed_in

pytestmark = pytest.mark.django_db
GIVE = "/bodies/demo-ministry/mandates/give/"
FORM = {
    "user_name": "new-clerk",
    "office_ky": "адис",
    "office_ru": "специалист",
    "from_on": "2026-11-01",
}


@pytest.fixture
def lists() -> None:
    for one in (OLD, NEW):
        import_registry(edition=one, actor=None, now=NOW)


def test_an_empty_registry_says_how_it_is_filled(client: Client) -> None:
    assert "./makul registry load" in client.get("/registry/?lang=en").content.decode()


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_registry_is_public_in_each_language(client: Client, language: str) -> None:
    page = client.get(f"/registry/?lang={language}&q=Район")
    assert page.status_code == 200
    assert "Район новый" in page.content.decode()


@pytest.mark.usefixtures("lists")
def test_what_is_missing_is_said(client: Client) -> None:
    Territory.objects.filter(code="11190000000000").update(name_ky="")
    text = client.get("/registry/?lang=en").content.decode()
    assert "Aiyl aimak: known only as of" in text
    assert "1 territory has no Kyrgyz name" in text


@pytest.mark.usefixtures("lists")
def test_a_territory_shows_both_lists_and_what_came_of_it(client: Client) -> None:
    text = client.get("/registry/11110000000000/?lang=en").content.decode()
    assert "It passed into another territory" in text
    assert "Город" in text
    assert client.get("/registry/99/").status_code == 404


@pytest.mark.usefixtures("lists")
def test_the_queries_of_a_territory_do_not_grow_with_it(client: Client) -> None:
    few = queries_of(client, "/registry/11000000000000/")
    raion = Territory.objects.get(code="11000000000000", edition_on=date(2025, 10, 31))
    Territory.objects.bulk_create(
        Territory(
            code=f"9{n:013}",
            kind="raion",
            name_ru=str(n),
            parent=raion,
            edition_on=date(2025, 10, 31),
        )
        for n in range(40)
    )
    assert queries_of(client, "/registry/11000000000000/") == few


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_bodies_are_found_by_name_and_kind_with_constant_queries(client: Client) -> None:
    body("ministry")
    few = queries_of(client, "/bodies/")
    for n in range(30):
        body("executive", f"demo-aa-{n:02}")
    assert queries_of(client, "/bodies/") == few
    text = client.get("/bodies/?lang=en&kind=ministry&q=министрлиги").content.decode()
    assert "1 body" in text


def test_a_body_names_offices_and_never_persons(client: Client) -> None:
    party = body("ministry")
    office(party, may_sign=True, user="secret-name")
    text = client.get("/bodies/demo-ministry/?lang=en").content.decode()
    assert "head" in text
    assert "secret-name" not in text
    own = signed_in(Mandate.objects.get()).get("/bodies/demo-ministry/").content.decode()
    assert "secret-name" in own
    assert client.get("/bodies/nobody/").status_code == 404


def test_a_signatory_gives_a_mandate_on_the_page() -> None:
    party = body("ministry")
    head = office(party, may_sign=True)
    office(body("desk"), user="new-clerk")
    page = signed_in(head).post(GIVE, FORM)
    assert (page.status_code, page["Location"]) == (302, "/bodies/demo-ministry/")
    assert Mandate.objects.filter(party=party).count() == 2
    again = signed_in(head).post(GIVE, FORM)
    assert (again.status_code, Entry.objects.count()) == (422, 1)


def test_a_mistake_keeps_what_was_typed() -> None:
    head = office(body("ministry"), may_sign=True)
    page = signed_in(head).post(GIVE, FORM | {"user_name": "nobody"})
    text = page.content.decode()
    assert page.status_code == 422
    assert "Nobody signs in under the name nobody" in text
    assert 'value="специалист"' in text


@pytest.mark.parametrize(
    ("who", "status"), [("nobody", 403), ("clerk", 403), ("desk", 403), ("ended", 403)]
)
def test_others_are_refused(who: str, status: int) -> None:
    party = body("ministry")
    office(party, may_sign=True)
    clients = {
        "nobody": Client,
        "clerk": lambda: signed_in(office(party)),
        "desk": lambda: signed_in(office(body("desk"), may_sign=True)),
        "ended": lambda: signed_in(office(party, user="e", may_sign=True, to_on=date(2026, 2, 1))),
    }
    assert clients[who]().get(GIVE).status_code == status


def test_a_mandate_is_ended_after_a_second_look() -> None:
    party = body("ministry")
    head, clerk = office(party, may_sign=True), office(party)
    address = f"/bodies/demo-ministry/mandates/{clerk.pk}/end/"
    assert "From the next day" in signed_in(head).get(address).content.decode()
    assert signed_in(head).post(address, {"last_on": "2026-12-31"}).status_code == 302
    clerk.refresh_from_db()
    assert clerk.to_on == date(2026, 12, 31)
    assert signed_in(head).post(address, {"last_on": "2020-01-01"}).status_code == 422


def test_the_table_of_rights_is_public(client: Client) -> None:
    text = client.get("/rights/?lang=en").content.decode()
    assert "Prepare the package" in text
    assert "only one who may sign" in text
