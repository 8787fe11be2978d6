"""The protocol through its pages: drawn once, signed over the digest on the page, or refused."""

from __future__ import annotations

import pytest
from django.urls import reverse

from makul.cases.models import Case, Protocol
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db


def url(name: str, case: Case) -> str:
    return reverse(name, args=[case.number])


@pytest.fixture
def drawn(scene: Scene, answered: Case) -> Protocol:
    done = browser(scene.drafter(scene.desk)).post(url("protocol_draw", answered))
    assert done.status_code == 303
    return Protocol.objects.get(case=answered)


def test_it_is_looked_at_before_it_is_drawn(scene: Scene, answered: Case) -> None:
    page = browser(scene.drafter(scene.desk)).get(url("protocol_draw", answered))
    assert (page.context["kind"], len(page.context["by_state"]["unsettled"])) == (
        "disagreements",
        2,
    )
    assert Protocol.objects.count() == 0


def test_what_is_drawn_is_not_drawn_again(scene: Scene, drawn: Protocol) -> None:
    again = browser(scene.drafter(scene.union)).get(url("protocol_draw", drawn.case))
    assert again.url == url("protocol_sign", drawn.case)


def test_a_side_signs_what_it_was_shown(scene: Scene, drawn: Protocol) -> None:
    client, address = browser(scene.signatory(scene.union)), url("protocol_sign", drawn.case)
    page = client.get(address).content.decode()
    assert f'name="sha256" value="{drawn.version.blob_id}"' in page
    data = {"sha256": "0" * 64, "decision": "sign", "is_sure": "on"}
    assert client.post(address, data).status_code == 422
    data["sha256"] = drawn.version.blob_id
    assert client.post(address, data).status_code == 303
    assert [one.party for one in drawn.signatures.all()] == [scene.union]
    assert "is_sure" not in client.get(address).content.decode()


def test_a_refusal_without_its_reason_comes_back(scene: Scene, drawn: Protocol) -> None:
    client, address = browser(scene.signatory(scene.ministry)), url("protocol_sign", drawn.case)
    data = {"sha256": drawn.version.blob_id, "decision": "refuse", "is_sure": "on"}
    assert client.post(address, data).status_code == 422
    assert client.post(address, data | {"reason": "Себеби"}).status_code == 303
    assert drawn.signatures.get().is_refused


def test_who_drafts_sees_it_and_does_not_sign(scene: Scene, drawn: Protocol) -> None:
    client, address = browser(scene.drafter(scene.union)), url("protocol_sign", drawn.case)
    assert client.get(address).status_code == 200
    data = {"sha256": drawn.version.blob_id, "decision": "sign", "is_sure": "on"}
    assert client.post(address, data).status_code == 403
