"""From the one-time address of a letter, by a code, to its page: once, for its body, within thirty days."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from makul.accounts.throttle import LETTER
from makul.notices.links import LASTS
from makul.notices.models import Notice
from makul.parties.models import Mandate
from makul.web.mandate import SESSION_KEY
from tests.accounts.conftest import PASSWORD, PATH, code_in, speaking, way, words_of
from tests.scene import browser, make_mandate, make_party

CONFIRM = "/sign-in/code/confirm/"


def come_in(client: Client, notice: Notice, posted: Any, **given: Any) -> Any:
    """Ask for the code and enter it."""
    asked = client.post(way(notice), given)
    assert asked.status_code == 302, asked.content.decode()
    return client.post(asked["Location"], {"code": code_in(posted()[-1])})


def test_to_open_the_address_changes_nothing_and_sends_nothing(
    notice: Notice, head: Mandate, posted: Any
) -> None:
    client = speaking()
    page = client.get(way(notice))
    notice.refresh_from_db()
    assert (page.status_code, notice.opened_at, posted()) == (200, None, [])
    # The address is a key: no other site learns it, and our own form still says where it comes from.
    assert (client.session.keys(), page["Referrer-Policy"]) == ({}.keys(), "same-origin")
    text = page.content.decode()
    assert "Okmotu (en)" in text and "a***l@example.kg" in text and "aigul@" not in text


def test_a_code_leads_to_the_page_of_the_letter_under_its_mandate(
    notice: Notice, head: Mandate, posted: Any
) -> None:
    client = speaking()
    answer = come_in(client, notice, posted, office=head.pk)
    notice.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, PATH)
    assert client.session["_auth_user_id"] == str(head.person.user_id)
    assert client.session[SESSION_KEY] == head.pk
    assert notice.opened_at is not None


def test_the_letter_with_the_code_is_plain_and_known_as_a_machines(
    notice: Notice, head: Mandate, posted: Any, settings: Any
) -> None:
    speaking("ru").post(way(notice), {"office": head.pk})
    [message] = posted()
    assert (message["To"], message["From"]) == ("aigul@example.kg", settings.DEFAULT_FROM_EMAIL)
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"].endswith(f"@{settings.MAKUL_ORIGIN}>")
    assert message["Content-Language"] == "ru" and message["Date"]
    assert message.get_content_type() == "text/plain"
    assert len(re.findall(r"\d{6}", words_of(message))) == 1


def test_an_office_without_an_address_gets_its_code_at_the_bodys(
    notice: Notice, clerk: Mandate, posted: Any
) -> None:
    client = speaking()
    assert come_in(client, notice, posted, office=clerk.pk)["Location"] == PATH
    assert posted()[-1]["To"] == "demo-aa-01@example.org"


def test_of_several_offices_one_is_chosen(
    notice: Notice, head: Mandate, clerk: Mandate, posted: Any
) -> None:
    client = speaking()
    page = client.get(way(notice)).content.decode()
    assert re.findall(r'<input type="radio"[^>]*value="(\d+)"', page) == [
        str(head.pk),
        str(clerk.pk),
    ]
    none = client.post(way(notice), {})
    assert (none.status_code, "Choose the office you hold." in none.content.decode()) == (422, True)
    come_in(client, notice, posted, office=clerk.pk)
    assert client.session[SESSION_KEY] == clerk.pk


def test_an_office_of_another_body_or_an_ended_one_is_refused(
    notice: Notice, head: Mandate, clerk: Mandate, posted: Any
) -> None:
    other = make_mandate(make_party("demo-other", "kenesh"), signs=True)
    clerk.to_on = timezone.localdate() - timedelta(days=1)
    clerk.save()
    for wrong in (other.pk, clerk.pk, "x", "0"):
        assert speaking().post(way(notice), {"office": wrong}).status_code == 422
    assert posted() == []


def test_a_used_address_leads_in_no_more_and_says_what_to_do(
    notice: Notice, head: Mandate, posted: Any
) -> None:
    come_in(speaking(), notice, posted, office=head.pk)
    other = speaking()
    page = other.get(way(notice))
    assert (page.status_code, "made for one use" in page.content.decode()) == (410, True)
    assert f"/sign-in/password/?next={PATH}" in page.content.decode()
    assert other.post(way(notice), {"office": head.pk}).status_code == 410
    assert len(posted()) == 1


def test_after_thirty_days_it_is_over(notice: Notice, head: Mandate) -> None:
    Notice.objects.update(next_try_at=timezone.now() - LASTS)
    notice.refresh_from_db()
    page = speaking().get(way(notice))
    assert (page.status_code, "thirty days" in page.content.decode()) == (410, True)


@pytest.mark.django_db
def test_a_damaged_address_says_so(notice: Notice) -> None:
    page = speaking().get(way(notice)[:-4] + "/")
    assert (page.status_code, "is damaged" in page.content.decode()) == (404, True)


def test_whoever_is_signed_in_for_the_body_needs_no_code(notice: Notice, clerk: Mandate) -> None:
    client = browser(clerk)
    assert "one press leads" in client.get(way(notice)).content.decode()
    notice.refresh_from_db()
    assert notice.opened_at is None
    answer = client.post(way(notice), {"office": clerk.pk})
    notice.refresh_from_db()
    assert (answer["Location"], notice.opened_at is not None) == (PATH, True)


def test_whoever_is_signed_in_for_another_body_comes_in_anew(
    notice: Notice, head: Mandate, posted: Any
) -> None:
    client = browser(make_mandate(make_party("demo-other", "kenesh"), signs=True))
    come_in(client, notice, posted, office=head.pk)
    assert client.session["_auth_user_id"] == str(head.person.user_id)
    assert client.session[SESSION_KEY] == head.pk


def test_a_letter_begun_by_one_is_not_opened_by_another(
    notice: Notice, head: Mandate, clerk: Mandate
) -> None:
    client = speaking()
    client.post(way(notice), {"office": clerk.pk})
    client.post("/sign-in/password/", {"username": "aigul", "password": PASSWORD})
    notice.refresh_from_db()
    assert (SESSION_KEY in client.session, notice.opened_at) == (False, None)


def test_a_wrong_code_is_refused_and_after_five_the_code_is_void(
    notice: Notice, head: Mandate, posted: Any
) -> None:
    client = speaking()
    client.post(way(notice), {"office": head.pk})
    code = code_in(posted()[-1])
    wrong = f"{(int(code) + 1) % 10**6:06}"
    for _time in range(4):
        answer = client.post(CONFIRM, {"code": wrong})
        assert answer.status_code == 422
    assert "This code does not fit" in answer.content.decode()
    client.post(CONFIRM, {"code": wrong})
    client.post(CONFIRM, {"code": code})
    assert "_auth_user_id" not in client.session


def test_a_code_may_be_written_with_a_space(notice: Notice, head: Mandate, posted: Any) -> None:
    client = speaking()
    client.post(way(notice), {"office": head.pk})
    code = code_in(posted()[-1])
    answer = client.post(CONFIRM, {"code": f" {code[:3]} {code[3:]} "})
    assert answer.status_code == 302 and "_auth_user_id" in client.session


def test_a_code_is_over_after_ten_minutes(
    notice: Notice, head: Mandate, posted: Any, settings: Any
) -> None:
    client = speaking()
    client.post(way(notice), {"office": head.pk})
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    client.post(CONFIRM, {"code": code_in(posted()[-1])})
    assert "_auth_user_id" not in client.session


def test_only_so_many_codes_are_sent_for_a_letter(
    notice: Notice, head: Mandate, posted: Any
) -> None:
    for _time in range(LETTER.most):
        assert speaking().post(way(notice), {"office": head.pk}).status_code == 302
    refused = speaking().post(way(notice), {"office": head.pk})
    assert (refused.status_code, len(posted())) == (422, LETTER.most)
    assert "Too many codes" in refused.content.decode()


def test_the_page_speaks_the_language_of_the_letter_until_another_is_chosen(
    notice: Notice, head: Mandate
) -> None:
    said = [
        Client().get(way(notice))["Content-Language"],
        speaking("ky").get(way(notice))["Content-Language"],
        Client().get(f"{way(notice)}?lang=en")["Content-Language"],
    ]
    assert said == ["ru", "ky", "en"]


def test_a_body_without_accounts_is_told_what_to_do(notice: Notice) -> None:
    page = speaking().get(way(notice)).content.decode()
    assert "Nobody has an account for this body today" in page
    assert speaking().post(way(notice), {}).status_code == 422


def test_a_letter_without_a_page_leads_to_today(notice: Notice, head: Mandate, posted: Any) -> None:
    Notice.objects.update(path="")
    notice.refresh_from_db()
    assert come_in(speaking(), notice, posted, office=head.pk)["Location"] == "/today/"


def test_the_page_of_a_letter_asks_few_questions(
    notice: Notice, head: Mandate, clerk: Mandate, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(4):
        speaking().get(way(notice))
