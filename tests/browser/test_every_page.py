"""Every page of the product, for each who reads it, is whole: by axe, by keyboard, on a phone, in the dark.

Each role follows the links of its pages from the menu on and sees each address by name once, in
Kyrgyz, on a narrow phone in light and on a desk in the dark. Each address by name is then seen once
more in Russian and in English, the other way round. Addresses nobody came to must be named below.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import NoReverseMatch, Resolver404, URLPattern, get_resolver, resolve, reverse

from tests.browser.looker import DESK, PHONE, Looker

ROLES = {
    "public": "",
    "drafter": "Aiyl aimak No. 1 (demonstration): executive secretary",
    "signatory": "Aiyl aimak No. 2 (demonstration): head",
    "association": "Association",
    "ministry": "Ministry A (demonstration): deputy",
    "desk": "Facilitator",
    "decider": "Body that adopts",
    "committee": "Lead committee",
    "budget": "Committee on the budget (demonstration): clerk",
    "finance": "Ministry of Finance (demonstration): deputy",
    "expert": "Expert No. 4 (demonstration): expert",
}
# Pages that many others hang on, each in another state: so many of each are read for their links.
HUBS = {"case": 14, "case_work": 14, "case_list": 3, "draft": 8, "territory": 3, "body_list": 2}
HUBS |= {"sitting_case": 8, "sitting_work": 8, "bill_readings": 48, "bill": 12}
HUBS |= {"sitting_opinion": 8, "sitting_item_opinion": 8}
HUBS |= {"special_protocol_case": 3, "special_protocol_work": 3}
HUBS |= {"expertise_case": 8, "expertise_work": 8, "expertise_verdict": 4}
LINK = re.compile(r'<a [^>]*href="([^"]+)"')
# Names of addresses the walk does not look at, by the reason.
WHY_NOT = {
    "a file or a feed, no page": "agenda_file alerts_feed body_due body_feed case_due case_evidence case_feed "
    "case_rows_csv case_versions_file cases_feed document_file due letter_calendar minutes_file "
    "not_agreed_csv not_agreed_feed order_file paper_receipt_pdf parliament_csv receipt_pdf replies_table sittings_calendar "
    "opinion_pdf sitting_agenda_file sitting_minutes_file special_protocol_csv statistics_csv word_form",
    "only a form leads there": "bill_confirm bill_found end_session end_sessions keep keep_forget "
    "replies_together sign_in_as sign_out start_again switch_mandate",
    "another name of a page that is looked at": "account_login "
    "expertise_materials_given expertise_replacement_declared expertise_second_attached expertise_verdict_answered "
    "mfa_index mfa_list_webauthn minutes "
    "usersessions_list",
    "only a letter leads there, once": "letter_in",
    "an identity provider sends one there": "openid_connect_callback openid_connect_login",
    "the demonstration has no passkey": "mfa_remove_webauthn",
    "nothing in the demonstration stands where it is asked": "draft_again draft_submit row_drop",
    "the minutes of the demonstration wait for corrections or are approved; the walk looks at it": (
        "sitting_minutes_approved"
    ),
    "the special protocol of the demonstration stands before its sitting; its walk looks at them": (
        "special_answer special_protocol_items_answered special_protocol_given_stated "
        "special_protocol_mandate_given special_protocol_special_drawn "
        "special_protocol_special_signed special_protocol_special_refused "
        "special_protocol_one_side_closed special_protocol_special_attached "
        "special_protocol_budget_adopted"
    ),
    "the desk comes to it after it has recorded a letter on paper": "paper_receipt",
}
NO_WAY = {name: why for why, names in WHY_NOT.items() for name in names.split()}
NOT_FOR_READERS = ("api", "data_", "get_", "list_", "openapi")

pytestmark = pytest.mark.browser


def name_of(path: str) -> str:
    """The name of the address a path belongs to, or nothing."""
    try:
        return resolve(urlsplit(path).path).view_name or ""
    except Resolver404:
        return ""


def names() -> set[str]:
    """Every name of an address, those of included lists too."""

    def below(patterns: Any) -> Iterator[str]:
        for one in patterns:
            if isinstance(one, URLPattern):
                yield one.name or ""
            else:
                yield from below(one.url_patterns)

    return set(below(get_resolver().url_patterns)) - {""}


def doors() -> list[str]:
    """The addresses that need no argument: whoever may read one comes in by itself."""
    found = []
    for name in sorted(names()):
        try:
            found.append(reverse(name))
        except NoReverseMatch:
            continue
    return found


class Round:
    """One role's way through its pages: breadth first, each address by name looked at once."""

    def __init__(self, looker: Looker, *, role: str) -> None:
        self.looker, self.role = looker, role
        self.seen: dict[str, str] = {}  # name of an address -> the page looked at
        self.read: dict[str, int] = {}  # name -> how many pages were read for their links
        self.known: set[str] = set()
        self.queue: list[str] = []

    def note(self, links: list[str], *, base: str) -> None:
        """Addresses not met yet, but for their query: of those that differ by it alone, the first."""
        for link in links:
            path = link if link.startswith("/") else f"{base}{link}" if link.startswith("?") else ""
            bare = urlsplit(path).path
            if bare and bare not in self.known and not bare.startswith(("/static/", "//")):
                self.known.add(bare)
                self.queue.append(path.partition("#")[0])

    def walk(self) -> dict[str, str]:
        if ROLES[self.role]:
            self.looker.sign_in(ROLES[self.role])
        self.note(["/", "/today/", *doors()], base="")
        while self.queue:
            path = self.queue.pop(0)
            name = name_of(path)
            if name and not name.startswith(NOT_FOR_READERS):
                self.step(name, path)
        return self.seen

    def step(self, name: str, path: str) -> None:
        """Look at the first page of a name; read more of those many others hang on."""
        if name in self.seen and self.read[name] >= HUBS.get(name, 1):
            return
        if name in self.seen:
            answer = self.looker.context.request.get(f"{self.looker.site}{path}")
            links = LINK.findall(answer.text()) if answer.ok else []
            self.read[name] += 1
            self.note([unescape(link) for link in links], base=path)
            return
        status, links = self.looker.visit(path, language="ky")
        if status != 200:
            if status >= 500:
                self.looker.faults.append(f"{path}: answered {status}")
            return
        self.seen[name], self.read[name] = path, self.read.get(name, 0) + 1
        TIMES[name] += 1
        is_new = TIMES[name] <= ENOUGH
        self.looker.look(width=PHONE, scheme="light", by_axe=is_new, by_keyboard=is_new)
        self.looker.look(width=DESK, scheme="dark", by_axe=is_new)
        self.note(links, base=urlsplit(path).path)


# How often axe and the keyboard went over the pages of a name; a page that is the same for each role
# is gone over for two of them, unless MAKUL_EVERY asks for all.
TIMES: Counter[str] = Counter()
ENOUGH = 99 if os.environ.get("MAKUL_EVERY") else 2

# What each role came to: filled by the first test, asked by the two after it.
CAME_TO: dict[str, dict[str, str]] = {}


@pytest.mark.parametrize("role", list(ROLES))
def test_pages_of_a_role_in_kyrgyz(chromium: Any, demonstrated: str, role: str) -> None:
    looker = Looker(chromium, site=demonstrated)
    CAME_TO[role] = Round(looker, role=role).walk()
    looker.close()
    assert len(CAME_TO[role]) > 8, CAME_TO[role]
    assert looker.faults == [], "\n".join(["", *looker.faults])


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_page_once_in_the_other_languages(
    chromium: Any, demonstrated: str, language: str
) -> None:
    done: set[str] = set()
    faults: list[str] = []
    for role, pages in CAME_TO.items():
        looker = Looker(chromium, site=demonstrated)
        if ROLES[role]:
            looker.sign_in(ROLES[role])
        for name in pages.keys() - done:
            if looker.visit(pages[name], language=language)[0] == 200:
                done.add(name)
                looker.look(width=PHONE, scheme="dark")
                looker.look(width=DESK, scheme="light")
        faults += looker.faults
        looker.close()
    assert len(done) > 20
    assert faults == [], "\n".join(["", *faults])


def test_every_address_was_come_to() -> None:
    """A page nobody can reach by links is no page: each is named with its reason."""
    came = {name for pages in CAME_TO.values() for name in pages}
    readers = {name for name in names() if not name.startswith(NOT_FOR_READERS)}
    assert sorted(readers - came - set(NO_WAY)) == []
    assert sorted(set(NO_WAY) & came) == [], "these have a way now: strike them from NO_WAY"


def test_a_page_that_is_not_there_is_whole_too(chromium: Any, demonstrated: str) -> None:
    looker = Looker(chromium, site=demonstrated)
    looker.page.goto(f"{demonstrated}/no-such-page/")
    looker.faults.clear()  # the console says that it was not there
    looker.look(width=PHONE, scheme="dark", by_keyboard=True)
    looker.close()
    assert looker.faults == []
