"""Pages of records: past the last one there is nothing, and the count says so."""

from __future__ import annotations

import pytest

from makul.parties.models import Party
from makul.portal.api.views.paging import each, paged

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("page", "items"), [(1, ["a", "b"]), (2, ["c"]), (3, [])])
def test_a_page(page: int, items: list[str]) -> None:
    for key in "abc":
        Party.objects.create(key=key, kind="ministry", name_ky=key, name_ru=key)
    found = paged(Party.objects.order_by("key"), page, 2, each(lambda one: one.key))
    assert found == {"count": 3, "page": page, "pages": 2, "items": items}
