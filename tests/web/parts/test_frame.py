"""Navigation by role, safe links, pages of a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import Context
from django.test import RequestFactory
from django.utils import translation

from makul.parties.models import Mandate, Party
from makul.web.parts.frame import BY_KIND, LABELS, PUBLIC, address, nav_items


def test_every_kind_of_body_has_its_menu_of_at_most_six() -> None:
    assert set(BY_KIND) == set(Party.Kind.values)
    assert max(len(names) for names in BY_KIND.values()) == 6
    assert {name for names in (*BY_KIND.values(), PUBLIC) for name in names} == set(LABELS)
    assert all(names[0] == "today" for names in BY_KIND.values())


def test_only_pages_that_exist_stand_in_the_menu() -> None:
    mandate = Mandate(party=Party(kind="desk"))
    shown = [item["url"] for item in nav_items(Context({"mandate": mandate}))]
    assert shown == [url for name in BY_KIND["desk"] if (url := address(name))]


def test_the_current_entry_is_marked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from makul.web.parts import frame

    monkeypatch.setattr(frame, "address", lambda name, *args: f"/{name}/")
    items = nav_items(Context({"nav": "case_list", "mandate": None}))
    assert [item["url"] for item in items if item["is_here"]] == ["/case_list/"]
    assert [item["url"] for item in items] == [f"/{name}/" for name in PUBLIC]


def test_an_address_that_no_room_serves_is_empty() -> None:
    assert (address("no_such_page"), address("sign_in")) == ("", "/sign-in/")


def page_of(number: int, rendered: Callable[..., str], of: int = 1000) -> str:
    request: Any = RequestFactory().get("/x/?q=a&page=9")
    page = Paginator(range(of), 10).get_page(number)
    return rendered("{% pages page %}", "en", page=page, request=request)


def test_pages_keep_what_was_sought(rendered: Callable[..., str]) -> None:
    page = page_of(4, rendered)
    assert re.findall(r'href="([^"]+)"', page) == [
        f"?q=a&amp;page={n}" for n in (3, 1, 2, 3, 5, 100, 5)
    ]
    assert re.findall(
        r"<b aria-current=\"page\"><span class=\"vh\">Page </span>(\d+)</b>", page
    ) == ["4"]


def test_one_page_needs_no_links(rendered: Callable[..., str]) -> None:
    assert page_of(1, rendered, of=10).strip() == ""


def test_labels_speak_each_language() -> None:
    for language in ("ky", "ru"):
        with translation.override(language):
            said = [str(label) for label in LABELS.values()]
        with translation.override("en"):
            assert all(one != str(label) for one, label in zip(said, LABELS.values(), strict=True))
