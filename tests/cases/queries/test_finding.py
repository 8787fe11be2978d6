"""What a code stands for."""

import pytest

from makul.cases.queries.finding import find, plain_code
from makul.cases.queries.receipts import code_of
from makul.journal.models import Entry
from tests.scene import build_scene, file, notified, remark

pytestmark = pytest.mark.django_db


def test_a_code_is_found_however_it_is_typed() -> None:
    scene = build_scene(bodies=1)
    case = notified(scene)
    position = file(scene, case, scene.bodies[0], "not_agreed", remark())
    entry = Entry.objects.get(action="position")
    for code in (position.receipt, code_of(entry), code_of(entry).replace("-", "").lower()):
        found = find(code)
        assert (found.kind, found.case, found.position, found.entry) == (
            "receipt",
            case,
            position,
            entry,
        )
    assert find(entry.hash.upper()).kind == "entry"


def test_an_entry_that_is_no_filing_is_found_by_its_letters() -> None:
    notified(build_scene(bodies=1))
    entry = Entry.objects.get(action="screened")
    assert (find(code_of(entry)).kind, find(code_of(entry)).entry) == ("entry", entry)


@pytest.mark.parametrize(
    "code", ["", "x", "0" * 64, "ABCDEFGHJKMN", "2026-0001-1", "ю" * 64, "\x00"]
)
def test_what_is_not_on_record_is_not_found(code) -> None:
    assert find(code) is None


def test_codes_are_typed_with_spaces_and_never_endless() -> None:
    assert plain_code(" AB CD\n") == "ABCD"
    assert len(plain_code("A" * 9999)) == 100
