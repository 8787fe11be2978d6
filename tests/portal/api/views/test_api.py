"""What the API refuses it says field by field, and gives nothing back of what was typed."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.django_db
def test_what_is_refused_is_not_echoed() -> None:
    answer = Client().get("/api/v1/bills?touches=<script>")
    assert answer.status_code == 422
    [field] = answer.json()["detail"]
    assert (set(field), field["loc"][-1]) == ({"type", "loc", "msg"}, "touches")
    assert "script" not in answer.content.decode()
