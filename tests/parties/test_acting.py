"""Nobody gets to a work page without a mandate that is valid."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

pytestmark = pytest.mark.django_db


def test_one_signed_in_without_a_mandate_is_told_so() -> None:
    client = Client()
    client.force_login(get_user_model().objects.create(username="x"))
    client.cookies["language"] = "en"
    from tests.parties.scene import body

    body("ministry")
    page = client.get("/bodies/demo-ministry/mandates/give/")
    assert page.status_code == 403
    assert "no mandate that is valid today" in page.content.decode()
