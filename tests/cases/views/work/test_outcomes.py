"""From the forwarding to the comparison, through the pages; and a bypass."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from makul.cases.models import Case, Comparison
from makul.journal.models import Entry
from tests.scene import DRAFT_KY, DRAFT_RU, Scene, browser

pytestmark = pytest.mark.django_db


def url(name: str, case: Case) -> str:
    return reverse(name, args=[case.number])


def yesterday() -> str:
    return timezone.localtime(timezone.now() - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")


def adopt(scene: Scene, case: Case, **more: object) -> int:
    data = {"decider": scene.committee.key, "happened_at": yesterday(), "is_sure": "on", **more}
    return browser(scene.drafter(scene.desk)).post(url("adoption", case), data).status_code


def test_the_package_goes_to_the_decider(scene: Scene, answered: Case) -> None:
    client = browser(scene.signatory(scene.ministry))
    assert client.post(url("forward", answered), {}).status_code == 422
    sent = client.post(url("forward", answered), {"decider": scene.committee.key})
    assert sent.status_code == 303
    assert Entry.objects.get(subject=answered.subject, action="forwarded").to == "demo-committee"


def test_each_row_has_its_decision_and_reason(scene: Scene, answered: Case) -> None:
    client = browser(scene.signatory(scene.committee))
    data = {"row1-taken": "lsg", "row1-reason_ky": "Себеби", "row3-taken": "other"}
    page = client.post(url("consider", answered), data)
    assert (page.status_code, "Себеби" in page.content.decode()) == (422, True)
    done = client.post(url("consider", answered), data | {"row3-reason_ru": "Причина"})
    assert done.status_code == 303


def test_a_bypass_is_recorded_with_a_warning_and_named(scene: Scene, case: Case) -> None:
    page = browser(scene.drafter(scene.desk)).get(url("adoption", case))
    assert page.context["is_open"] is False
    assert adopt(scene, case) == 303
    work = browser(scene.drafter(scene.union)).get(url("case_work", case))
    assert "skipped" in {one["kind"] for one in work.context["breaches"]}
    assert len(work.context["information"]) > 0


def test_nothing_is_adopted_tomorrow(scene: Scene, case: Case) -> None:
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    assert adopt(scene, case, happened_at=tomorrow) == 422


def test_the_adopted_text_is_compared_with_each_row(scene: Scene, answered: Case) -> None:
    changed = DRAFT_KY.replace("Ар бир айыл аймагында жарык боюнча инспектор дайындалат.", "Жок.")
    texts = {
        "text_ky": SimpleUploadedFile("a-ky.txt", changed.encode()),
        "text_ru": SimpleUploadedFile("a-ru.txt", DRAFT_RU.encode()),
    }
    assert adopt(scene, answered, **texts) == 303
    client = browser(scene.drafter(scene.desk), language="ky")
    published = {"published_on": timezone.localdate().isoformat(), "source": "Эркин-Тоо, № 1"}
    assert client.post(url("publication", answered), published).status_code == 303
    page = client.get(url("compare", answered))
    suggested = {
        one.shown.row.number: one.outcome.suggestion for one, _form in page.context["pairs"]
    }
    assert suggested[2] == "initiator"
    assert suggested[1] != "initiator"
    data = {
        f"row{n}-{name}": value
        for n in (1, 2, 3)
        for name, value in (("result", "partly"), ("eid", "art_3"))
    }
    assert client.post(url("compare", answered), {"row1-result": "won"}).status_code == 422
    assert client.post(url("compare", answered), data).status_code == 303
    assert Comparison.objects.filter(row__case=answered, result="partly").count() == 3


def test_publication_is_the_facilitators_whoever_records_it(scene: Scene, case: Case) -> None:
    adopt(scene, case)
    data = {"published_on": timezone.localdate().isoformat(), "source": "Эркин-Тоо, № 1"}
    browser(scene.drafter(scene.union)).post(url("publication", case), data)
    entry = Entry.objects.get(subject=case.subject, action="published")
    assert (entry.party, entry.data["recorded_by"]) == ("demo-desk", "demo-union")
