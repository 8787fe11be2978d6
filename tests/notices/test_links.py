"""The one-time address stands in what is sent and nowhere else; cut or changed it opens nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import resolve

from makul.core.errors import BadInput
from makul.notices.actions import Letter, queue_notice, send_again
from makul.notices.links import LASTS, address_of, body_sent, opened, token_of
from makul.notices.models import Notice
from makul.notices.post import message_of
from makul.parties.models import Party
from tests.notices.conftest import NOW

PATH = "/case/2026-0001/position/"


@pytest.fixture
def notice(party: Party, letter: Letter) -> Notice:
    plain = f"{settings.BASE_URL}{PATH}"
    body = f"Жооп: {plain}.\n{plain}\n{plain}help/ {plain}?x=1"
    return queue_notice(letter=replace(letter, body=body, path=PATH), party=party, now=NOW)


def test_what_is_sent_has_the_one_time_address_where_the_plain_one_stood(notice: Notice) -> None:
    plain, once = f"{settings.BASE_URL}{PATH}", address_of(notice)
    expected = f"Жооп: {once}.\n{once}\n{plain}help/ {plain}?x=1"
    assert body_sent(notice) == expected
    body = message_of(notice).get_body()
    assert body is not None and body.get_content().rstrip("\n") == expected


def test_what_is_kept_has_no_token(notice: Notice) -> None:
    kept = Notice.objects.get(pk=notice.pk)
    assert token_of(notice) not in kept.body and f"{settings.BASE_URL}{PATH}" in kept.body


def test_a_letter_without_a_page_is_sent_as_it_is(party: Party, letter: Letter) -> None:
    notice = queue_notice(letter=letter, party=party, now=NOW)
    assert body_sent(notice) == letter.body


def test_the_address_leads_back_to_its_letter_for_thirty_days(notice: Notice) -> None:
    found = opened(token_of(notice))
    assert (found.notice, found.until) == (notice, NOW + LASTS)
    edge = NOW + LASTS
    assert (found.is_over(edge - timedelta(seconds=1)), found.is_over(edge)) == (False, True)


def test_a_letter_sent_again_has_another_address_that_lasts_anew(notice: Notice) -> None:
    before = token_of(notice)
    later = NOW + timedelta(days=40)
    again = send_again(notice=notice, now=later)
    assert token_of(again) != before
    assert opened(token_of(again)).until == later + LASTS


def test_what_was_cut_or_changed_opens_nothing(notice: Notice) -> None:
    token = token_of(notice)
    value, _dot, signature = token.rpartition(".")
    other = f"{notice.pk + 1}-{value.partition('-')[2]}.{signature}"
    for damaged in ("", "x", token[:-1], value, other, f"{value}.", token + "x", "é"):
        with pytest.raises(BadInput, match="bad_link"):
            opened(damaged)


def test_a_letter_that_is_gone_opens_nothing(notice: Notice) -> None:
    token = token_of(notice)
    notice.delete()
    with pytest.raises(BadInput, match="bad_link"):
        opened(token)


def test_the_room_of_accounts_answers_at_the_address(notice: Notice) -> None:
    path = address_of(notice).removeprefix(settings.BASE_URL)
    assert resolve(path).url_name == "letter_in"
