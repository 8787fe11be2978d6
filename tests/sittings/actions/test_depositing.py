"""Minutes that silence approved are kept as files like any others, once, and lie in the dossier of the bill."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.bills.models import Attachment
from makul.journal.models import Entry
from makul.sittings.actions.depositing import deposit_deemed, deposit_minutes
from makul.sittings.models import Minutes
from makul.web.worker import judge_anew
from tests.sittings.papers.held_scene import DISSENT, plain, whole_record, word_text
from tests.sittings.sitting_scene import HELD

pytestmark = pytest.mark.django_db
LATER = HELD + timedelta(days=40)


def test_the_worker_keeps_them_once_with_every_dissent() -> None:
    whole_record()
    assert deposit_deemed(now=HELD + timedelta(days=3)) == 0
    judge_anew(LATER)
    assert [deposit_deemed(now=LATER), deposit_deemed(now=LATER)] == [1, 0]
    minutes = Minutes.objects.get()
    assert minutes.approved_at is None
    assert minutes.document
    assert minutes.document.author == minutes.sitting.house
    files = {one.language: bytes(one.blob.data) for one in minutes.document.versions.all()}
    assert set(files) == {"ky+ru", "ky", "ru"}
    assert plain(DISSENT) in word_text(files["ky"])
    assert Attachment.objects.filter(kind="minutes", document=minutes.document).count() == 1
    entry = Entry.objects.get(action="minutes_deposited")
    assert (entry.party, entry.data["sha256"]) == ("demo-committee", minutes.sha256)


def test_what_is_neither_deemed_nor_without_files_is_left_alone() -> None:
    whole_record()
    minutes = deposit_minutes(minutes=Minutes.objects.get(), now=LATER)
    assert minutes.document is None
    assert not Entry.objects.filter(action="minutes_deposited").exists()
