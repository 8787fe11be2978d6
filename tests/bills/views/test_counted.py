"""The watch is counted in public: each figure with its whole, and an empty page teaches."""

from __future__ import annotations

import pytest

from makul.bills.actions.noticing import notice_pending
from tests.bills.making import NOW, make_bill
from tests.bills.views.test_public import queries_of, read
from tests.scene import build_scene

pytestmark = pytest.mark.django_db


def test_the_watch_counts_in_public() -> None:
    build_scene(bodies=1)
    make_bill("1", stage="adopted")
    make_bill("2", initiator_kind="cabinet")
    notice_pending(now=NOW)
    page = read("/bills/watch/")
    assert "The watch has noticed 2 ways past conciliation." in page
    assert "Of 1 bills that touch local communities and became law, 1 went past" in page
    assert "Of 2 bills without a conciliation 1 are theirs" in page
    assert queries_of("/bills/watch/") <= 8
