"""The door: password, the roles of the demonstration, the change of one's mandate."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from makul.accounts.throttle import SIGN_IN
from makul.parties.models import Party, Person
from makul.web.mandate import SESSION_KEY
from tests.scene import browser, make_mandate, make_party

PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def fast(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # only for speed


@pytest.fixture
def demo(settings: Any) -> None:
    settings.MAKUL_DEMO = True


@pytest.fixture
def user(db: None) -> User:
    return User.objects.create_user("aigul", password=PASSWORD)


def attempt(client: Client, password: str, **more: str) -> Any:
    return client.post("/sign-in/password/", {"username": "aigul", "password": password, **more})


def test_a_name_and_its_password_open_the_door(user: User) -> None:
    client = Client()
    answer = attempt(client, PASSWORD, next="/case/2026-1/?x=1")
    assert (answer.status_code, answer["Location"]) == (302, "/case/2026-1/?x=1")
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_wrong_password_is_said_without_telling_whether_the_name_exists(user: User) -> None:
    client = Client(headers={"accept-language": "en"})
    client.cookies["language"] = "en"
    known = attempt(client, "wrong").content.decode()
    unknown = client.post(
        "/sign-in/password/", {"username": "nobody", "password": "wrong"}
    ).content.decode()
    said = [re.findall(r"do not go together[^<]*", page) for page in (known, unknown)]
    assert said[0] == said[1] != []
    assert 'value="aigul"' in known and "wrong" not in re.sub(r"wrong[^<]*</", "", known)


def test_a_wrong_password_answers_422(user: User) -> None:
    assert attempt(Client(), "wrong").status_code == 422


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_the_way_on_never_leads_elsewhere(user: User, target: str) -> None:
    answer = attempt(Client(), PASSWORD, next=target)
    assert answer.status_code == 302
    assert re.fullmatch(r"/(\w[\w/-]*)?", answer["Location"])


def test_after_ten_failures_even_the_right_password_waits(user: User) -> None:
    client = Client()
    for _time in range(SIGN_IN.most):
        attempt(client, "wrong")
    answer = attempt(client, PASSWORD)
    assert answer.status_code == 422
    assert "_auth_user_id" not in client.session
    assert "do not go together" not in answer.content.decode()


def test_one_name_does_not_lock_another(user: User) -> None:
    client = Client()
    for _time in range(SIGN_IN.most):
        client.post("/sign-in/password/", {"username": "other", "password": "wrong"})
    assert attempt(client, PASSWORD).status_code == 302


@pytest.mark.django_db
def test_outside_the_demonstration_there_are_no_roles_to_take() -> None:
    mandate = make_mandate(make_party("demo-desk", "desk"), signs=True)
    client = Client()
    assert "password" in client.get("/sign-in/").content.decode()
    answer = client.post(f"/sign-in/as/{mandate.pk}/")
    assert (answer.status_code, "_auth_user_id" in client.session) == (404, False)


@pytest.mark.django_db
def test_a_role_of_the_demonstration_is_taken_without_a_password(demo: None) -> None:
    desk = make_party("demo-desk", "desk", name="Desk")
    head, clerk = make_mandate(desk, signs=True), make_mandate(desk, signs=False)
    client = Client()
    page = client.get("/sign-in/?lang=en&next=/register/").content.decode()
    assert re.findall(r'action="(/sign-in/as/\d+/)"', page) == [
        f"/sign-in/as/{head.pk}/",
        f"/sign-in/as/{clerk.pk}/",
    ]
    answer = client.post(f"/sign-in/as/{clerk.pk}/", {"next": "/register/"})
    assert answer["Location"] == "/register/"
    assert client.session[SESSION_KEY] == clerk.pk


@pytest.mark.django_db
def test_only_offices_of_the_demonstration_valid_today_can_be_taken(demo: None) -> None:
    real = make_party("real", "desk")
    Party.objects.filter(pk=real.pk).update(is_demonstration=False)
    yesterday = timezone.localdate() - timedelta(days=1)
    ended = make_mandate(make_party("demo-desk", "desk"), signs=True, to_on=yesterday)
    client = Client()
    for mandate in (make_mandate(real, signs=True), ended):
        assert client.post(f"/sign-in/as/{mandate.pk}/").status_code == 404
    assert "/sign-in/as/" not in client.get("/sign-in/").content.decode()


@pytest.mark.django_db
def test_an_account_of_the_keepers_is_no_role(demo: None) -> None:
    mandate = make_mandate(make_party("demo-desk", "desk"), signs=True)
    User.objects.update(is_staff=True)
    client = Client()
    answer = client.post(f"/sign-in/as/{mandate.pk}/")
    assert (answer.status_code, "_auth_user_id" in client.session) == (403, False)


@pytest.mark.django_db
def test_local_bodies_are_looked_up_by_a_part_of_their_name(
    demo: None, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        body = make_party(f"aa-{number:02}", "executive", search=f"айыл {number:02}")
        make_mandate(body, signs=True)
    client = Client()
    with django_assert_max_num_queries(6):
        whole = client.get("/sign-in/").content.decode()
    assert whole.count("/sign-in/as/") == 10
    assert client.get("/sign-in/?q=АЙЫЛ 07").content.decode().count("/sign-in/as/") == 1
    assert client.get("/sign-in/?q=жок").content.decode().count("/sign-in/as/") == 0


@pytest.mark.django_db
def test_one_leaves_by_a_button_only() -> None:
    client = browser(make_mandate(make_party("demo-desk", "desk"), signs=True))
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").status_code == 302
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_one_acts_under_one_mandate_at_a_time_and_changes_it_by_a_button() -> None:
    first = make_mandate(make_party("demo-aa", "executive", name="Okmotu"), signs=False)
    second = make_mandate(make_party("demo-kenesh", "kenesh", name="Kenesh"), signs=True)
    second.person = first.person
    second.save()
    client = browser(first)
    page = client.get("/sign-in/password/").content.decode()
    assert "<b>Okmotu (en)</b>, specialist" in page
    assert re.findall(r'<button class="linklike" type="submit">([^<]+)', page) == [
        "Kenesh (en), head",
        "Sign out",
    ]
    answer = client.post("/mandate/", {"mandate": second.pk, "next": "/sign-in/"})
    assert (answer.status_code, client.session[SESSION_KEY]) == (302, second.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", ["other", "ended", "", "x"])
def test_the_mandate_of_another_and_an_ended_one_are_refused(wanted: str) -> None:
    own = make_mandate(make_party("demo-aa", "executive"), signs=False)
    party = make_party("demo-kenesh", "kenesh")
    other = make_mandate(party, signs=True)
    ended = make_mandate(party, signs=False, to_on=date(2021, 1, 1))
    ended.person = Person.objects.get(pk=own.person_id)
    ended.save()
    client = browser(own)
    key = {"other": other.pk, "ended": ended.pk}.get(wanted, wanted)
    answer = client.post("/mandate/", {"mandate": key})
    assert (answer.status_code, client.session[SESSION_KEY]) == (403, own.pk)
