"""From an empty package to letters delivered: the ministry prepares, the desk takes in and tells."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from makul.cases.models import Case
from makul.drafts.package import PARTS
from makul.law import forms as law
from makul.web.worker import tick
from tests.walks import lighting
from tests.walks.walk import Walk


def prepare(walk: Walk) -> None:
    """The ministry's drafter puts the package together, paper by paper, and sends it to be signed."""
    ministry = walk.at(walk.scene.ministry, signs=False)
    ministry.go("draft_list")
    ministry.look("no-drafts")
    ministry.follow("Prepare a new draft")
    ministry.fill_all(
        {"Title in Kyrgyz": lighting.TITLE["ky"], "Title in Russian": lighting.TITLE["ru"]}
    )
    ministry.choose("Kind of act", "law")
    ministry.choose("Track", walk.said("intake.track", "ordinary"))
    ministry.press("Begin the draft")
    package = ministry.page.url
    parts = (put_texts, write_note, make_table, write_costs, write_summary, name_decider)
    for part in parts:
        ministry.open(package)
        part(walk)
    ministry.open(package)
    ministry.look("package")
    ministry.follow("Send to the signatory")
    ministry.press("Send to the signatory")


def put_texts(walk: Walk) -> None:
    """Word files in both languages, read by article at once."""
    ministry = walk.at(walk.scene.ministry, signs=False)
    ministry.follow(PARTS["texts"])
    for code, label in (("ky", "Draft in Kyrgyz"), ("ru", "Draft in Russian")):
        text = lighting.text("draft", code)
        ministry.attach(label, lighting.word_file(walk.folder, f"draft-{code}.docx", text))
    ministry.press("Read and keep")
    ministry.look("texts")


def write_note(walk: Walk) -> None:
    ministry = walk.at(walk.scene.ministry, signs=False)
    ministry.follow(PARTS["note"])
    for number, texts in lighting.data("note").items():
        title = law.form("F3").line(f"heading.{number}", walk.language)
        for code, word in (("ky", "in Kyrgyz"), ("ru", "in Russian")):
            ministry.fill(f"{number}. {title}, {ministry.word(word)}", texts[code])
    ministry.look("note", axe=False)
    ministry.press("Keep")


def make_table(walk: Walk) -> None:
    """The comparative table comes out of the draft's own amending formulas."""
    ministry = walk.at(walk.scene.ministry, signs=False)
    ministry.follow(PARTS["comparative"])
    ministry.look("table")
    ministry.press("Make the table and keep it")


def write_costs(walk: Walk) -> None:
    ministry = walk.at(walk.scene.ministry, signs=False)
    ministry.follow(PARTS["costs"])
    kinds = list(law.values("body.kind"))
    for line in lighting.data("costs")["initiator"]:
        name = ministry.word("Line %(n)s", n=kinds.index(line["kind"]) + 1)
        sums = ministry.page.get_by_role("region", name=name, exact=True)
        ministry.fill_all(
            {"Once": f"{line['once']}", "Every year": f"{line['yearly']}"}, within=sums
        )
    ministry.look("costs", axe=False)
    ministry.press("Keep the sheet")


def write_summary(walk: Walk) -> None:
    ministry = walk.at(walk.scene.ministry, signs=False)
    ministry.follow(PARTS["summary"])
    ministry.fill_all(
        {f"Summary in {name}": lighting.SUMMARY[code] for code, name in NAMES.items()}
    )
    ministry.press("Keep")


NAMES = {"ky": "Kyrgyz", "ru": "Russian"}


def name_decider(walk: Walk) -> None:
    ministry = walk.at(walk.scene.ministry, signs=False)
    ministry.follow(PARTS["deciders"])
    ministry.select("Who decides", walk.scene.committee.name(walk.language))
    ministry.press("Keep")


def submit(walk: Walk) -> None:
    """The signatory looks once more and submits: a case is open."""
    minister = walk.at(walk.scene.ministry, signs=True)
    minister.go("draft_list")
    minister.follow(lighting.TITLE[walk.language])
    minister.follow("Submit the package")
    minister.tick("I have read the package and submit it for my body")
    minister.look("submit")
    minister.press("Submit for my body")
    walk.number = Case.objects.get().number
    assert f"/cases/{walk.number}/" in minister.page.url


def take_in(walk: Walk) -> None:
    """The desk accepts the package and fills in the screening card with the search's hints before it."""
    desk = walk.at(walk.scene.desk, signs=False)
    desk.go("package_check", walk.number)
    desk.choose("Result of the check", "accept the package")
    desk.look("check")
    desk.press("Record the result")
    assert desk.page.url.endswith(f"/cases/{walk.number}/screen/")
    assert desk.word("Hint of the search: where, and by which words") in desk.text()
    for kind in law.values("interest"):
        found = "found" if kind in {"duty", "money"} else "not_found"
        desk.choose(walk.said("interest", kind), walk.said("screen.interests.found", found))
    label = law.form("F2").label
    desk.choose(label("screen.result", walk.language), walk.said("screen.result", "affects"))
    desk.fill("Reasons in Kyrgyz; they are published", "2–9-беренелер милдет жүктөйт.")
    desk.fill("Reasons in Russian; they are published", "Статьи 2–9 возлагают обязанности.")
    desk.choose(label("screen.circle", walk.language), walk.said("screen.circle", "by_kind"))
    desk.look("screen")
    desk.press("Record and publish the card")


def tell(walk: Walk) -> None:
    """The circle is chosen, letters are queued, and the worker's round delivers them."""
    desk = walk.at(walk.scene.desk, signs=False)
    assert desk.page.url.endswith(f"/cases/{walk.number}/circle/")
    kind = re.compile(re.escape(walk.said("body.kind", "aiyl_small")), re.IGNORECASE)
    desk.page.get_by_label(kind).check()
    desk.press("Add these bodies")
    desk.look("circle")
    desk.go("notify", walk.number)
    desk.press("Send the letters")
    everyone = len(walk.scene.bodies) + 1
    assert tick(timezone.now())["recorded"] == everyone
    desk.go("notify", walk.number)
    assert desk.text().count(desk.word("letter delivered")) >= everyone
    desk.look("told")
    letters = [path.read_bytes() for path in Path(settings.MAKUL_MAIL_FOLDER).glob("*.eml")]
    assert len(letters) == everyone
