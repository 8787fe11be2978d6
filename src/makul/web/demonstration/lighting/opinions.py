"""What 264 invented bodies say of the lighting law, and how the association gathers it into rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from typing import Any

from makul.cases.actions.positions import PositionInput, RemarkInput
from makul.cases.actions.rows import RowWords, filed_remarks, merge_remarks
from makul.cases.models import Remark
from makul.documents.actions import register_document
from makul.law.forms import phrase
from makul.web.demonstration import texts
from makul.web.demonstration.bodies import UNREACHED, kinds_of_all
from makul.web.demonstration.lighting.package import case, words
from makul.web.demonstration.moves import union_says
from makul.web.demonstration.opinions import Opinion, heard, remark_of
from makul.web.demonstration.stage import UNION, Moments, Stage

ANSWERED = 190
SILENT_SAMPLE = "demo-aa-11"
# Percent of the association's sheet that a body reckons for itself, in turn.
VARIED = (100, 90, 115, 80, 125, 105)
MINORITY = "M1"


def fourteen() -> list[Opinion]:
    """The sample, word for word."""
    return [
        Opinion(
            one["body"],
            PositionInput(
                one["stance"],
                one["language"],
                remarks=[remark_of(one, eid=one["eid"], kind=one["kind"])],
            ),
        )
        for one in texts.read("lighting/fourteen")
    ]


def like_them(stage: Stage) -> list[Opinion]:
    """Others like the fourteen: topics and wordings in turn, sums by the kind of body."""
    kinds = kinds_of_all()
    sample = {one.body for one in fourteen()}
    others = [key for key in kinds if key not in sample | UNREACHED | {SILENT_SAMPLE}]
    wanted = ANSWERED - len(sample)
    count = len(others)
    answering = [
        key
        for n, key in enumerate(others)
        if (n + 1) * wanted // count
        > n * wanted // count  # evenly, so that silence lies everywhere
    ]
    sheet = {one["kind"]: one for one in texts.read("lighting/costs")["association"]}
    turns = Turns(sheet)
    return [
        turns.opinion(n, key, stage.parties[key].language, kinds[key])
        for n, key in enumerate(answering)
    ]


class Turns:
    """Hands out topics and wordings in turn, so that each is said by many and none is invented twice."""

    def __init__(self, sheet: dict[str, dict[str, int]]) -> None:
        self.sheet = sheet
        self.topics = texts.read("lighting/like_them")
        self.wordings = {
            (topic["row"], language): cycle(
                [one for one in topic["remarks"] if one["language"] == language]
            )
            for topic in self.topics
            for language in texts.LANGUAGES
        }

    def opinion(self, place: int, body: str, language: str, kind: str) -> Opinion:
        if place % 9 == 4:
            return Opinion(body, PositionInput("agreed", language))
        if place % 11 == 7 or kind == "city_republic":
            return Opinion(body, PositionInput("not_affected", language))
        places = {place % 8, 0} if place % 3 == 0 else {(place * 5 + place // 8) % 8}
        remarks = [self.remark(self.topics[n], language, kind, place) for n in sorted(places)]
        stance = "not_agreed" if 0 in places or place % 4 == 1 else "agreed_with_remarks"
        return Opinion(body, PositionInput(stance, language, "", remarks))

    def remark(self, topic: dict[str, Any], language: str, kind: str, place: int) -> RemarkInput:
        said = next(self.wordings[topic["row"], language])
        sums = {name: self.sum_of(topic[name], kind, place) for name in ("once", "yearly")}
        return remark_of({**said, **sums}, eid=topic["eid"], kind=topic["kind"])

    def sum_of(self, columns: list[str], kind: str, place: int) -> int | None:
        """What the body reckons in som, to the hundred; one in four does not reckon."""
        if not columns or place % 4 == 3:
            return None
        som = sum(self.sheet[kind][column] for column in columns)
        return som * VARIED[place % len(VARIED)] // 10_000 * 100


def filed(stage: Stage, *, first: int, last: int) -> Moments:
    sample, others = fourteen(), like_them(stage)
    mixed = [one for n in range(14) for one in (sample[n], *others[n::14])]
    now = yield from heard(stage, case(), mixed, first=first, last=last)
    return now


def merged(stage: Stage, *, day: int) -> Moments:
    """The expert puts alike remarks into the rows of the table, one row after another."""
    now = yield stage.at(day, 9, 30)
    groups = by_row(filed_remarks(case()))
    for row in texts.read("lighting/rows"):
        now = yield now + timedelta(minutes=20)
        merge_remarks(
            case=case(),
            remarks=groups[row["number"]],
            actor=stage.drafter(UNION),
            now=now,
            words=row_words(row),
        )
    return now


def row_words(row: dict[str, Any]) -> RowWords:
    return RowWords(
        **{name: row.get(name, "") for name in ("text_ky", "text_ru", "wording_ky", "wording_ru")},
        once_som=row["once"],
        yearly_som=row["yearly"],
        is_minority=row["number"] == MINORITY,
    )


def by_row(remarks: list[Remark]) -> dict[str, list[Remark]]:
    """The remarks of each row, the sample's first: what stands behind a row keeps its names."""
    rows = texts.read("lighting/rows")
    row_of = {one["eid"]: one["number"] for one in rows if one["number"] != MINORITY}
    row_of["art_5__part_1"] = row_of["art_5"]
    minority = next(one["body"] for one in texts.read("lighting/fourteen") if one["key"] == "Z-14")
    first = {one["body"]: n for n, one in enumerate(texts.read("lighting/fourteen"))}
    found: dict[str, list[Remark]] = {}
    for one in sorted(remarks, key=lambda r: first.get(r.position.party.key, 99)):
        key = one.position.party.key
        found.setdefault(MINORITY if key == minority else row_of[one.eid], []).append(one)
    eids = {one["number"]: one["eid"] for one in rows}
    for number, group in found.items():  # a row stands at the provision of its first remark
        group.sort(key=lambda one: one.eid != eids[number])
    return found


def of_the_union(stage: Stage, *, day: int) -> Moments:
    """The association's consolidated opinion, with its own estimate of costs."""
    now = yield stage.at(day, 14)
    files = texts.files("costs", texts=dict(estimates()))
    register_document(
        subject=case().subject, kind="costs", files=files, actor=stage.drafter(UNION), now=now
    )
    now = yield stage.at(day, 16)
    counts = {
        "asked": len(kinds_of_all()),
        "reached": len(kinds_of_all()) - len(UNREACHED),
        "answered": ANSWERED,
        "silent": len(kinds_of_all()) - len(UNREACHED) - ANSWERED,
        "unreached": len(UNREACHED),
    }
    said = words()["opinion"]
    summary = "\n\n".join(said[language].format(**counts) for language in texts.LANGUAGES)
    union_says(stage, case(), PositionInput("not_agreed", "ky", summary), now=now)
    return now


def estimates() -> Iterator[tuple[str, str]]:
    """The association's sheet as a text in each language."""
    *kinds, total = texts.read("lighting/costs")["association"]
    for language in texts.LANGUAGES:
        form = words()["costs_of_union"][language]
        lines = [
            form["line"].format(
                **{**one, "kind": phrase("body.kind", one["kind"], language=language)}
            )
            for one in kinds
        ]
        yield language, "\n".join([form["title"], "", *lines, form["total"].format(**total), ""])
