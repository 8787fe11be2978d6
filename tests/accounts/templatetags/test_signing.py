"""A demonstration says where its letters lie; a real installation says nothing of it."""

from __future__ import annotations

from typing import Any

import pytest

from makul.accounts.templatetags.signing import mail_lies, register


@pytest.mark.parametrize(
    ("demo", "mail", "is_shown"),
    [(True, "file", True), (True, "console", False), (False, "file", False)],
)
def test_where_letters_lie_is_said_in_a_demonstration(
    settings: Any, demo: bool, mail: str, is_shown: bool
) -> None:
    settings.MAKUL_DEMO, settings.MAKUL_MAIL = demo, mail
    assert bool(mail_lies()["mail_folder"]) is is_shown


def test_the_filter_hides_half_an_address() -> None:
    assert register.filters["masked"]("aigul@example.kg") == "a***l@example.kg"
