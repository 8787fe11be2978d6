"""What is logged says who came in by number only, and what was refused."""

from __future__ import annotations

import logging

import pytest

from makul.parties.models import Mandate
from tests.accounts.conftest import PASSWORD, sign_in, speaking

NEW = "another long password"


def test_the_log_says_who_came_in_by_number_only(
    head: Mandate, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="makul.audit")
    client = speaking()
    client.post("/sign-in/password/", {"username": "aigul", "password": "wrong"})
    sign_in(client)
    client.post("/account/password/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    client.post("/sign-out/")
    lines = [one.getMessage() for one in caplog.records if one.name == "makul.audit"]
    account = head.person.user_id
    assert lines == [
        "password_refused",
        f"signed_in account={account} by=password",
        f"password_changed account={account}",
        f"signed_out account={account}",
    ]
