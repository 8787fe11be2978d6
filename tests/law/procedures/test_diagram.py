"""The drawing of a procedure is well-formed, complete, and lawful under a strict content policy."""

from __future__ import annotations

import pytest
from lxml import etree

from makul.law.procedures import KEYS, procedure
from makul.law.procedures.diagram import ON_PAPER, sheets, svg
from makul.law.procedures.words import name
from makul.law.sources import LANGUAGES

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_is_a_station_and_each_role_a_lane(language: str) -> None:
    drawn = etree.fromstring(svg(procedure(), language=language).encode())
    numbers = [text.text for text in drawn.findall(f"{SVG}text[@class='nr']")]
    assert numbers == [str(n + 1) for n in range(len(procedure().steps))]
    assert len(drawn.findall(f"{SVG}rect[@class='lane']")) == len(procedure().roles)


def test_no_style_and_no_script() -> None:
    drawn = etree.fromstring(svg(procedure(), language="ky").encode())
    assert drawn.xpath("//@style | //*[local-name()='style' or local-name()='script']") == []


def test_a_changed_term_changes_the_drawing() -> None:
    longer = procedure(terms={"position": {"ordinary": 21}})
    assert ">21 wd</text>" in svg(longer, language="en")
    assert ">21 wd</text>" not in svg(procedure(), language="en")


@pytest.mark.parametrize("key", KEYS)
def test_sheets_for_paper_show_every_step_once_with_the_lanes_they_need(key: str) -> None:
    rules = procedure(key)
    found = sheets(rules, language="ru")
    assert [step for sheet in found for step in sheet.steps] == list(rules.steps)
    assert max(len(sheet.steps) for sheet in found) <= ON_PAPER
    for sheet in found:
        drawn = etree.fromstring(sheet.svg.encode())
        lanes = len(drawn.findall(f"{SVG}rect[@class='lane']"))
        assert len({step.by[0] for step in sheet.steps}) <= lanes <= len(rules.roles)
        _, _, width, height = map(float, drawn.get("viewBox", "").split())
        assert sheet.tallness == pytest.approx(height / width)


def test_a_way_from_an_earlier_sheet_names_the_steps_it_comes_from() -> None:
    later = sheets(procedure(), language="ru")[1]
    drawn = etree.fromstring(later.svg.encode())
    said = [text.text or "" for text in drawn.findall(f"{SVG}text[@class='nr']")]
    assert sorted(text for text in said if "→" in text) == ["2, 4, 7 →", "5 →", "8 →"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_no_name_of_a_step_is_cut_off(key: str, language: str) -> None:
    rules = procedure(key)
    drawn = etree.fromstring(svg(rules, language=language).encode())
    said = " ".join(text.text or "" for text in drawn.findall(f"{SVG}text[@class='m']"))
    assert [
        step.key for step in rules.steps if name("step", step.key, language=language) not in said
    ] == []
    lines = [text.text or "" for text in drawn.findall(f"{SVG}text[@class='m']")]
    assert max(map(len, lines)) <= 20
