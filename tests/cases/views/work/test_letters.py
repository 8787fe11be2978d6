"""The outbox shows each party its own letters and those of the cases it conducts, and no others."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.cases.actions.notifying import notify
from makul.cases.actions.opening import set_circle
from makul.cases.models import Case
from makul.cases.queries.letters import letters_of, states_of
from makul.drafts.letters import notified_letter
from makul.notices.actions import note_attempt
from makul.notices.models import Notice
from makul.notices.post import Answer
from tests.scene import START, Scene, browser, build_scene, screened

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=4)


@pytest.fixture
def case(scene: Scene) -> Case:
    case = screened(scene)
    actor = scene.drafter(scene.desk)
    set_circle(case=case, bodies=scene.bodies[:3], actor=actor, now=START)
    notify(case=case, write=notified_letter, actor=actor, now=START)
    return case


def test_the_desk_sees_all_letters_and_a_body_only_its_own(scene: Scene, case: Case) -> None:
    counts = [letters_of(party).count() for party in (scene.desk, *scene.bodies)]
    assert counts == [4, 1, 1, 1, 0]


def test_letters_are_listed_by_state(scene: Scene, case: Case) -> None:
    refused = Notice.objects.get(party=scene.bodies[0])
    note_attempt(notice=refused, answer=Answer.refused("550 unknown"), now=START)
    assert states_of(letters_of(scene.desk)) == {"queued": 3, "delivered": 0, "failed": 1}
    page = browser(scene.drafter(scene.desk)).get("/outbox/?state=failed")
    assert (page.status_code, page.content.decode().count("/letters/")) == (200, 1)


def test_a_letter_is_shown_whole_with_its_tries_and_its_due_date(scene: Scene, case: Case) -> None:
    notice = Notice.objects.get(party=scene.bodies[0])
    client = browser(scene.drafter(scene.bodies[0]))
    note_attempt(notice=notice, answer=Answer.later("451 busy"), now=START)
    page, event = (
        client.get(f"/letters/{notice.pk}/"),
        client.get(f"/letters/{notice.pk}/calendar.ics"),
    )
    assert "451 busy" in page.content.decode()
    assert (event["Content-Type"], event.content[:15]) == (
        "text/calendar; charset=utf-8",
        b"BEGIN:VCALENDAR",
    )


def test_another_body_cannot_read_it(scene: Scene, case: Case) -> None:
    notice = Notice.objects.get(party=scene.bodies[0])
    assert browser(scene.drafter(scene.bodies[3])).get(f"/letters/{notice.pk}/").status_code == 404


def test_an_empty_outbox_says_when_letters_come(scene: Scene) -> None:
    page = browser(scene.drafter(scene.bodies[3])).get("/outbox/?page=99999999999&state=odd")
    assert page.status_code == 200
    assert "Letters appear here" in page.content.decode()


def test_the_list_asks_as_often_for_one_letter_as_for_four(scene: Scene, case: Case) -> None:
    counts = []
    for party in (scene.bodies[0], scene.desk):
        client = browser(scene.drafter(party))
        client.get("/outbox/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/outbox/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def fail(*letters: Notice) -> None:
    for one in letters:
        note_attempt(notice=one, answer=Answer.refused("550 no such mailbox"), now=START)


def test_what_came_back_stands_first_with_the_reason_in_words(scene: Scene, case: Case) -> None:
    oldest = Notice.objects.order_by("pk").first()
    fail(oldest)
    client = browser(scene.drafter(scene.desk))
    page = client.get("/outbox/")
    assert page.context["rows"][0]["letter"] == oldest
    words = page.content.decode()
    assert ("There is no such mailbox" in words, "550 no such mailbox" in words) == (True, True)


def test_filters_by_kind_and_by_case(scene: Scene, case: Case) -> None:
    client = browser(scene.drafter(scene.desk))
    found = [
        len(client.get(f"/outbox/?{query}").context["rows"])
        for query in ("kind=notified", "kind=reminded", f"case={case.number}", "case=2020-0001")
    ]
    assert found == [4, 0, 4, 0]


def test_ticked_letters_go_out_again_in_one_round(scene: Scene, case: Case) -> None:
    first, second, *_rest = Notice.objects.order_by("pk")
    fail(first, second)
    client = browser(scene.drafter(scene.desk))
    done = client.post("/outbox/", {"do": "ticked", "letters": [first.pk, "x"]})
    states = [Notice.objects.get(pk=one.pk).state for one in (first, second)]
    assert (done.status_code, states) == (303, ["queued", "failed"])
    client.post("/outbox/", {"do": "all"})
    assert Notice.objects.filter(state="failed").count() == 0


def test_a_body_cannot_send_again(scene: Scene, case: Case) -> None:
    mine = Notice.objects.get(party=scene.bodies[0])
    fail(mine)
    client = browser(scene.signatory(scene.bodies[0]))
    assert 'name="letters"' not in client.get("/outbox/").content.decode()
    client.post("/outbox/", {"do": "all"})
    mine.refresh_from_db()
    assert mine.state == "failed"
