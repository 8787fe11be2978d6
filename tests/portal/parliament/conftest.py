"""One of each thing of Parliament's side, beside the cases of the other public pages."""

from __future__ import annotations

import pytest

from makul.bills.models import Bill
from tests.portal.conftest import (  # noqa: F401 - fixtures are used by name
    bypassed,
    empty,
    finished,
    house,
    read,
    running,
    scene,
)
from tests.portal.parliament.scene import make_alert, make_bill


@pytest.fixture
def bill(db: None):
    """`bill("6-1", touches="yes")`."""
    return make_bill


@pytest.fixture
def alert(db: None):
    """`alert(bill, "no_case")`."""
    return make_alert


@pytest.fixture
def noticed(db: None) -> Bill:
    found = make_bill("6-17")
    make_alert(found, "no_case")
    return found
