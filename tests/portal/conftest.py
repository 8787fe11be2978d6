"""Cases at several points of their way, shared with the tests of the public pages; and one of each
thing of Parliament's side."""

from __future__ import annotations

import pytest

from makul.bills.models import Bill
from tests.cases.views.public.conftest import (  # noqa: F401 - fixtures are used by name
    bypassed,
    empty,
    finished,
    read,
    running,
    scene,
)
from tests.portal.parliament.scene import (
    make_alert,
    make_bill,
    make_expertise,
    make_item,
    make_protocol,
    make_sitting,
)
from tests.scene import Scene


@pytest.fixture
def house(scene: Scene) -> Bill:  # noqa: F811 - the fixture above
    """A bill past conciliation, with its alert, a sitting that did not invite, an expertise, a protocol."""
    bill = make_bill("6-17")
    make_alert(bill, "no_case")
    make_sitting(scene, bill, invited=False)
    make_expertise(scene, bill, "not_acceptable", second="maintained")
    make_item(scene, make_protocol(scene, 2027), "agreed", lsg=10, agreed=8, given=8)
    return bill
