"""The record is kept while it is written: a line that names nobody is none, nothing typed is lost."""

from __future__ import annotations

import pytest

from makul.parties import keeping
from makul.sittings.models import Presence, Sitting, Speech
from tests.scene import Scene, browser
from tests.sittings.views.conftest import ITEM, address, at

pytestmark = pytest.mark.django_db


def test_presence_is_one_list_and_a_line_that_names_nobody_is_left_out(
    scene: Scene, sitting: Sitting
) -> None:
    sent = {
        "count": "3",
        "p0-kind": "member",
        "p0-office": "депутат",
        "p0-count": "7",
        "p1-kind": "association",
        "p1-party": scene.union.key,
        "p1-absent": "on",
        "p2-kind": "public",
    }
    url = address(sitting, "sitting_presence")
    response = browser(scene.drafter(scene.committee)).post(url, sent)
    assert response["Location"] == address(sitting, "sitting_held")
    told = Presence.objects.order_by("pk").values_list("kind", "count", "came")
    assert list(told) == [("member", 7, True), ("association", 1, False)]


def test_a_speech_by_nobody_is_sent_back_with_what_was_typed(
    scene: Scene, sitting: Sitting
) -> None:
    url = address(sitting, "sitting_item", ITEM)
    sent = {"do": "speech", "given": "spoke", "text_ky": "Мен каршымын."}
    response = browser(scene.drafter(scene.committee)).post(url, sent)
    assert response.status_code == 422
    assert "Мен каршымын." in response.content.decode()
    assert not Speech.objects.exists()


def test_a_vote_put_down_meanwhile_keeps_the_words_being_typed(
    scene: Scene, sitting: Sitting
) -> None:
    url = address(sitting, "sitting_item", ITEM)
    clerk = scene.drafter(scene.committee)
    keeping.keep(actor=clerk, path=url, data={"text_ky": ["Мен кар"]}, now=at(0))
    vote = {
        "do": "ballot",
        "votes_for": "7",
        "votes_against": "1",
        "abstained": "0",
        "carried": "yes",
    }
    client = browser(clerk)
    assert client.post(url, vote).status_code == 303
    assert "Мен кар" in client.get(url).content.decode()
    speech = {"do": "speech", "given": "spoke", "office": "депутат", "text_ky": "Мен каршымын."}
    assert client.post(url, speech).status_code == 303
    assert keeping.kept(clerk, url) is None
