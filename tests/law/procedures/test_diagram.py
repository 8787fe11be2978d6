"""The drawing of a procedure is well-formed, complete, and lawful under a strict content policy."""

from __future__ import annotations

import pytest
from lxml import etree

from makul.law.procedures import procedure
from makul.law.procedures.diagram import svg
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
