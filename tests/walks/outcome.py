"""From the protocol to the comparison: what was decided, and what anyone may read and check."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from django.utils import timezone

from tests.walks import lighting
from tests.walks.walk import Walk

SURE = "I have checked it; it goes on record as it stands here"


def waive(walk: Walk) -> None:
    """Both declare that they will not appeal, so the package goes on."""
    for party in (walk.scene.ministry, walk.scene.union):
        signatory = walk.at(party, signs=True)
        signatory.go("statement", walk.number, "waived")
        signatory.tick(SURE)
        signatory.press("Declare that you will not appeal")


def forward(walk: Walk) -> None:
    minister = walk.at(walk.scene.ministry, signs=True)
    minister.go("forward", walk.number)
    minister.look("forward")
    minister.press("Forward the package")


def consider(walk: Walk) -> None:
    """The committee decides on the row and says why."""
    chair = walk.at(walk.scene.committee, signs=True)
    chair.go("consider", walk.number)
    chair.choose("What was taken", "The position of the local side")
    chair.fill_all({"Reason in Kyrgyz": "Негиздүү.", "Reason in Russian": "Обоснованно."})
    chair.look("consider")
    chair.press("Record the decisions")


def adopt(walk: Walk) -> None:
    """The act is adopted, and its text is put into the case."""
    chair = walk.at(walk.scene.committee, signs=True)
    chair.go("adoption", walk.number)
    chair.fill("Adopted on", walk.now())
    for label, code in (("Text in Kyrgyz", "ky"), ("Text in Russian", "ru")):
        file = lighting.word_file(walk.folder, f"adopted-{code}.docx", lighting.adopted(code))
        chair.attach(label, file)
    chair.tick(SURE)
    chair.look("adoption")
    chair.press("Record the adoption")


def compare(walk: Walk) -> None:
    desk = walk.at(walk.scene.desk, signs=False)
    desk.go("publication", walk.number)
    desk.fill("Day of the official publication", timezone.localdate().isoformat())
    desk.fill("Where it was published: the paper and its number, or the address", "№ 1")
    desk.press("Record the publication")
    desk.go("compare", walk.number)
    desk.look("compare")
    desk.select("Result", "The position of the local side was taken")
    desk.press("Publish the comparison")


def look_back(walk: Walk) -> None:
    """Anyone reads how it ended and who won the point, and takes the evidence along."""
    reader = walk.office(None, language=walk.language)
    reader.look("home")
    reader.go("case", walk.number)
    assert walk.scene.ministry.name(walk.language) in reader.text()
    reader.look("case")
    reader.go("case_rows", walk.number)
    won = reader.word("as local self-government asked")
    assert f"{reader.word('In the adopted act:')} {won}." in reader.text()
    for body in walk.scene.bodies[:2]:
        assert body.name(walk.language) in reader.page.locator("main").text_content()
    reader.look("case-rows")
    for name in ("case_text", "case_bodies", "case_entries"):
        reader.go(name, walk.number)
        reader.look(name.replace("_", "-"))
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role(
            "link", name=reader.word("Evidence file (ZIP): documents, entries, proofs")
        ).click()
    evidence = walk.folder / "evidence.zip"
    waiting.value.save_as(evidence)
    reader.go("case_entries", walk.number)
    [command] = [line for line in reader.text().splitlines() if "verify-evidence" in line]
    check(evidence, walk.folder, key=command.split()[-1])


def check(evidence: Path, folder: Path, *, key: str) -> None:
    """Whole as it came; with one byte changed it is found out. Nothing of this program is at hand."""
    place = folder / "evidence"
    with zipfile.ZipFile(evidence) as file:
        file.extractall(place)
    command = [sys.executable, "-I", "verify.py", "verify-evidence", ".", "--key", key]
    whole = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    assert whole.returncode == 0, whole.stdout + whole.stderr
    paper = next(path for path in sorted(place.rglob("*")) if path.suffix == ".docx")
    paper.write_bytes(paper.read_bytes()[:-1] + b"x")
    changed = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    assert changed.returncode == 1, changed.stdout + changed.stderr
