"""What all public pages share: wrong addresses, languages, no inline code, asking again."""

import re

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.utils import timezone

from makul.cases.models import Case
from makul.cases.views.public.page import whole_number
from makul.command.catalogue import MAKUL
from tests.scene import Scene, browser, draft, remark

INNER = ("", "text/", "rows/", "bodies/", "entries/")
OUTER = ("/", "/cases/", "/not-agreed/", "/how-it-works/", "/how-it-works/order/", "/verify/")


def addresses(*cases):
    return [*OUTER, *(f"/cases/{case.number}/{part}" for case in cases for part in INNER)]


def test_every_page_in_every_language(empty, running, finished, bypassed, read) -> None:
    """No page of any case breaks, and on Kyrgyz and Russian pages no English sentence is left."""
    english = msgids()
    for path in addresses(empty, running, finished, bypassed):
        for language in ("en", "ky", "ru"):
            text = read(path, language=language)
            assert len(text) > 200
            if language != "en":
                left = [one for one in english if one in text]
                assert left == [], f"{path} in {language}"


def msgids() -> list[str]:
    """The English sentences of our catalogue, long enough to be no name of anything."""
    with (MAKUL / "cases/locale/ru/LC_MESSAGES/django.po").open("rb") as file:
        found = [one.id for one in read_po(file) if one.id]
    texts = [part for one in found for part in (one if isinstance(one, tuple) else (one,))]
    return [one for one in texts if len(one.split()) > 3 and "%(" not in one]


def test_no_inline_style_or_script(running, finished, bypassed, read) -> None:
    for path in addresses(running, finished, bypassed):
        html = read(path, raw=True)
        assert re.search(r"\sstyle=|<style|<script|\son[a-z]+=", html) is None, path


@pytest.mark.parametrize("path", ["2026-9999/", "2026-9999/text/", "2026-9999/rows.csv", "x/rows/"])
def test_unknown_number_is_not_found(db, read, path) -> None:
    read(f"/cases/{path}", status=404)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/cases/?page=9999999999999999999999", 200),
        ("/cases/?page=-1&state=nonsense", 200),
        ("/cases/?q=%01%1b%E2%80%AE", 200),
        ("/cases/?q=" + "я" * 3000, 200),
        ("/not-agreed/?month=2026-13", 404),
        ("/not-agreed/?month=0000-00", 404),
        ("/not-agreed/?month=%01", 404),
        ("/verify/?code=%01%ff", 200),
        ("/verify/?code=2026-0001-999999999999", 200),
        ("/verify/?code=" + "0" * 64, 200),
        ("/verify/?code=" + "9" * 5000, 200),
    ],
)
def test_wrong_input_is_told_and_never_breaks(db, read, path, status) -> None:
    read(path, status=status)


def test_wrong_input_inside_a_case(running, read) -> None:
    case = f"/cases/{running.number}"
    for path in ("text/?version=99", "text/?version=9" + "9" * 400, "text/?version=x"):
        read(f"{case}/{path}", status=404)
    for path in (
        f"positions/{2**70}/",
        "positions/0/",
    ):
        read(f"{case}/{path}", status=404)
    for path in (
        "rows/?row=99999999999999999999",
        "rows/?eid=%01&kind=x&reply=y&state=z&page=0",
        "entries/?page=999999999999999999999",
        "bodies/?oblast=%01&stance=x",
    ):
        read(f"{case}/{path}")


def test_a_draft_of_a_position_is_nowhere(running: Case, scene: Scene, read) -> None:
    text = "Эч ким көрбөгөн сөз"
    secret = draft(scene, running, scene.bodies[1], "not_agreed", remark(text=text))
    for path in addresses(running):
        assert text not in read(path)
    read(f"/cases/{running.number}/positions/{secret.pk}/", status=404)


def test_asked_again_nothing_is_made_anew_until_something_is_recorded(running, scene) -> None:
    client, path = Client(), f"/cases/{running.number}/"
    first = client.get(path)
    same = client.get(path, headers={"if-none-match": first["ETag"]})
    other = client.get(path, {"lang": "ru"}, headers={"if-none-match": first["ETag"]})
    draft(scene, running, scene.bodies[1], "agreed", at=timezone.now())
    later = client.get(path, headers={"if-none-match": first["ETag"]})
    assert (same.status_code, other.status_code, later.status_code) == (304, 200, 200)


def test_who_is_signed_in_gets_no_page_of_another(running, scene) -> None:
    response = browser(scene.drafter(scene.desk)).get(f"/cases/{running.number}/")
    assert (response.status_code, response.has_header("ETag")) == (200, False)


def test_numbers_of_addresses_are_bounded() -> None:
    given = ["7", " 12 ", "", None, "-1", "1.5", "9" * 7, "१२", "x"]
    assert [whole_number(one) for one in given] == [7, 12, *[None] * 7]
