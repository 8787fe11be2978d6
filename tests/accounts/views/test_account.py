"""My account: the password, the sessions, signing in by a code; what is logged, and that no name is."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.test import Client

from makul.parties.models import Mandate
from tests.accounts.conftest import PASSWORD, code_in, protect, sign_in, signed_in, speaking
from tests.scene import browser

NEW = "another long password"
CONFIRM = "/sign-in/code/confirm/"


def change(client: Client, old: str = PASSWORD, new: str = NEW, again: str = NEW) -> Any:
    given = {"oldpassword": old, "password1": new, "password2": again}
    return client.post("/account/password/", given)


def by_code(client: Client, posted: Any, email: str = "aigul@example.kg") -> Any:
    client.post("/sign-in/code/?next=/registry/", {"email": email})
    return client.post(f"{CONFIRM}?next=/registry/", {"code": code_in(posted()[-1])})


@pytest.mark.django_db
def test_nobody_sees_an_account_without_signing_in() -> None:
    for address in ("", "password/", "authenticator/add/", "recovery-codes/", "identities/"):
        answer = Client().get(f"/account/{address}")
        assert answer["Location"].startswith("/sign-in/"), address


def test_the_page_of_the_account_asks_few_questions(
    head: Mandate, django_assert_max_num_queries: Any
) -> None:
    client = speaking()
    protect(client)
    for _time in range(4):
        sign_in(speaking())
    with django_assert_max_num_queries(12):
        assert client.get("/account/").status_code == 200


def test_a_changed_password_ends_all_other_sessions(head: Mandate) -> None:
    here, elsewhere = speaking(), speaking()
    sign_in(here)
    sign_in(elsewhere)
    assert change(here)["Location"] == "/account/"
    assert (here.get("/account/").status_code, elsewhere.get("/account/").status_code) == (200, 302)
    assert UserSession.objects.count() == 1
    assert not signed_in_by(PASSWORD) and signed_in_by(NEW)


def signed_in_by(password: str) -> bool:
    client = speaking()
    client.post("/sign-in/password/", {"username": "aigul", "password": password})
    return signed_in(client)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"old": "wrong"}, "This is not the password you have now."),
        ({"new": "short", "again": "short"}, "12 characters"),
        ({"new": "password1234", "again": "password1234"}, "too common"),
        ({"again": "different password"}, "the same password"),
    ],
)
def test_a_password_that_does_not_do_is_refused_with_the_reason(
    head: Mandate, given: dict[str, str], said: str
) -> None:
    client = speaking()
    sign_in(client)
    answer = change(client, **given)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert signed_in_by(PASSWORD)


def test_sessions_are_listed_and_ended(head: Mandate, clerk: Mandate) -> None:
    here = Client(headers={"user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile"})
    here.cookies["language"] = "en"
    elsewhere, third = speaking(), speaking()
    for client in (here, elsewhere, third):
        sign_in(client)
    page = here.get("/account/").content.decode()
    assert ("Chrome, Android" in page, page.count("/account/sessions/")) == (True, 3)
    other = UserSession.objects.get(session_key=elsewhere.session.session_key)
    assert browser(clerk).post(f"/account/sessions/{other.pk}/end/").status_code == 404
    here.post(f"/account/sessions/{other.pk}/end/")
    states = [client.get("/account/").status_code for client in (here, elsewhere, third)]
    assert states == [200, 302, 200]
    here.post("/account/sessions/end/")
    assert third.get("/account/").status_code == 302
    assert UserSession.objects.count() == 1


def test_a_session_is_ended_by_a_button_only(head: Mandate) -> None:
    client = speaking()
    sign_in(client)
    assert client.get("/account/sessions/end/").status_code == 405


def test_a_code_by_e_mail_opens_the_account(head: Mandate, posted: Any) -> None:
    client = speaking()
    answer = by_code(client, posted)
    assert (answer["Location"], signed_in(client)) == ("/registry/", True)
    assert posted()[-1]["To"] == "aigul@example.kg"


def test_whoever_came_by_a_code_sets_a_new_password_without_the_old(
    head: Mandate, posted: Any
) -> None:
    client = speaking()
    by_code(client, posted)
    assert "oldpassword" not in client.get("/account/password/").content.decode()
    client.post("/account/password/", {"password1": NEW, "password2": NEW})
    assert signed_in_by(NEW)


def test_an_unknown_address_is_answered_as_a_known_one(head: Mandate, posted: Any) -> None:
    pages = []
    for email in ("aigul@example.kg", "nobody@example.kg"):
        client = speaking()
        asked = client.post("/sign-in/code/", {"email": email})
        page = client.get(CONFIRM)
        said = page.content.decode().replace("a***l@", "@").replace("n***y@", "@")
        pages.append((asked.status_code, asked["Location"], page.status_code, len(said)))
    assert pages[0] == pages[1] and len(posted()) == 1


def test_no_code_fits_an_address_nobody_has(db: None) -> None:
    client = speaking()
    client.post("/sign-in/code/", {"email": "nobody@example.kg"})
    for code in ("", "000000", " "):
        assert client.post(CONFIRM, {"code": code}).status_code == 422
    assert not signed_in(client)


def test_ten_codes_an_hour_go_to_an_address(head: Mandate, posted: Any) -> None:
    answers = [
        speaking().post("/sign-in/code/", {"email": "aigul@example.kg"}).status_code
        for _time in range(11)
    ]
    assert (answers, len(posted())) == ([302] * 10 + [422], 10)


def test_a_new_code_voids_the_former(head: Mandate, posted: Any) -> None:
    client = speaking()
    client.post("/sign-in/code/", {"email": "aigul@example.kg"})
    client.post(CONFIRM, {"action": "resend"})
    first, second = (code_in(one) for one in posted())
    if first != second:
        client.post(CONFIRM, {"code": first})
        assert not signed_in(client)
    client.post(CONFIRM, {"code": second})
    assert signed_in(client)


def test_a_sign_in_that_was_begun_can_be_given_up(head: Mandate) -> None:
    client = speaking()
    client.post("/sign-in/code/", {"email": "aigul@example.kg"})
    assert client.post("/sign-in/again/")["Location"] == "/sign-in/password/"
    assert client.get(CONFIRM)["Location"] == "/sign-in/code/"


def test_a_closed_account_gets_no_code_and_no_way_in(head: Mandate, posted: Any) -> None:
    User.objects.update(is_active=False)
    client = speaking()
    client.post("/sign-in/code/", {"email": "aigul@example.kg"})
    sign_in(client)
    assert (posted(), signed_in(client)) == ([], False)


def test_the_session_is_another_after_signing_in(head: Mandate) -> None:
    client = speaking()
    client.post("/sign-in/code/", {"email": "aigul@example.kg"})
    before = client.session.session_key
    sign_in(client)
    assert before and client.session.session_key != before
