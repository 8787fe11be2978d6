"""A paper lies in the dossier of a bill once, and the dossier is read in a constant number of queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.bills.actions.dossier import attach
from makul.bills.queries import bill_of, dossier
from makul.documents.storing import store_document
from makul.journal.models import Entry
from tests.bills.making import NOW, make_bill
from tests.scene import TEXTS, build_scene, notified

pytestmark = pytest.mark.django_db


def test_a_paper_attached_twice_lies_there_once_and_is_found_by_its_case() -> None:
    scene = build_scene(bodies=1)
    case, bill = notified(scene), make_bill()
    paper = store_document(
        subject=bill.subject, kind="draft", author=scene.union, files=TEXTS, now=NOW
    )
    actor, before = scene.signatory(scene.union), Entry.objects.count()
    first = attach(bill=bill, kind="expertise", document=paper, case=case, actor=actor, now=NOW)
    again = attach(bill=bill, kind="expertise", document=paper, case=case, actor=actor, now=NOW)
    assert first == again and Entry.objects.count() == before + 1
    assert bill_of(case) == bill
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = dossier(bill)
        assert [one.document for one in found.of_kind("expertise")] == [paper]
    assert len(queries) == 4
    assert found.of_kind("opinion") == []
