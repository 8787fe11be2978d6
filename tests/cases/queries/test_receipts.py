"""What a receipt says: its entry, a code that can be read aloud, whose turn comes next."""

from __future__ import annotations

import re

import pytest

from makul.cases.actions.papers import Letter, file_paper
from makul.cases.actions.positions import PositionInput
from makul.cases.queries.judging import status_of
from makul.cases.queries.receipts import code_of, entry_of, scan_of, started_by
from makul.documents.storing import File
from makul.journal.models import Entry
from tests.scene import START, build_scene, file, notified

pytestmark = pytest.mark.django_db


def test_a_code_is_twelve_letters_of_the_hash() -> None:
    codes = {code_of(Entry(hash=f"{n:064x}")) for n in (0, 1 << 250, 1 << 255)}
    assert len(codes) == 3
    assert code_of(Entry(hash="f" * 64)) == "ZZZZ-ZZZZ-ZZZZ"
    assert all(re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-?){3}", code) for code in codes)


def test_a_receipt_leads_to_its_entry_and_says_what_follows() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    position = file(scene, case, scene.bodies[0], "agreed")
    entry = entry_of(position)
    assert (entry.action, entry.party) == ("position", scene.bodies[0].key)
    steps = started_by(position, status_of(case, today=START.date()), today=START.date())
    assert [one["state"] for one in steps] == ["done", "todo", "todo"]
    assert (steps[1]["last_day"] > START.date(), "last_day" in steps[2]) == (True, False)


def test_a_letter_on_paper_leads_to_its_own_scan() -> None:
    scene = build_scene(bodies=1)
    case, body, scans = notified(scene), scene.bodies[0], []
    for n in (1, 2):
        scan = File("ky", f"letter-{n}.pdf", b"%PDF-1.4 scan " + str(n).encode())
        letter = Letter(body, PositionInput("agreed", "ky"), scan, START)
        desk = scene.drafter(scene.desk)
        scans.append(scan_of(file_paper(case=case, letter=letter, actor=desk, now=START)))
    assert [one.file_name for one in scans if one] == ["letter-1.pdf", "letter-2.pdf"]


def test_a_position_filed_on_a_page_has_no_scan() -> None:
    scene = build_scene(bodies=1)
    assert scan_of(file(scene, notified(scene), scene.bodies[0], "agreed")) is None
