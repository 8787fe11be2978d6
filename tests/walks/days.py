"""The working day of each role, from the page of today on, in a demonstration that runs by itself."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import dataclass
from typing import Any

from makul.law import forms as law
from makul.parties.models import Party
from makul.web.demonstration.offices import AIMAK_OFFICES, CITY_OFFICES, OFFICES
from tests.browser.walker import PHONE, Walker

# The cases of the demonstration at the stage that a role works on, by title: numbers run over all.
ADOPTED = "О реестре уличного освещения населённых пунктов"
BODIES = "Об учёте питьевой воды в сельских системах водоснабжения"
UNION = "О правилах безопасности пути детей в школу"
MINISTRY = "О хранении архивов в айыл окмоту"
CHECK = "О навесах на остановках автобусов"
MEETING = "О пастбищных пропусках"
DECISION = "О минимальном наборе услуг сельской библиотеки"
WORD = {"ky": "жарыктандыруу", "ru": "освещения", "en": "освещения"}
SAID = {
    "ky": "Бул иш үчүн жергиликтүү бюджетте каражат каралган эмес.",
    "ru": "На эту работу в местном бюджете средств не предусмотрено.",
    "en": "На эту работу в местном бюджете средств не предусмотрено.",
}
LANGUAGES = ("ky", "ru", "en")  # in the order in which the demonstration names things
TURN = {"ky": 0, "ru": 1, "en": 2}  # whose turn it is among things that can be done once


def read(site: str, path: str) -> Any:
    """What the open API says, as any outside program reads it."""
    with urllib.request.urlopen(f"{site}/api/v1/{path}") as answer:  # noqa: S310
        return json.load(answer)


def number_of(site: str, title: str) -> str:
    """The number of a case by its Russian title."""
    cases = read(site, "cases?limit=200")["items"]
    found: str = next(one["number"] for one in cases if one["title_ru"] == title)
    return found


def unanswered(site: str, *, turn: int) -> dict[str, str]:
    """A local body that was asked, has not answered yet, and is nobody else's in this test."""
    number = number_of(site, BODIES)
    case = read(site, f"cases/{number}")
    done = {one["body"] for one in read(site, f"cases/{number}/positions?limit=200")["items"]}
    asked = [one["body"] for one in case["parties"] if one["role"] == "lsg"]
    free = sorted(set(asked) - done)
    found: dict[str, str] = read(site, f"bodies/{free[5 + turn]}")
    return found


@dataclass
class Day:
    """One role's day: the site, the language, and where the pictures go."""

    site: str
    language: str
    enter: Any

    def at(self, party: str = "", office: str = "", *, width: int) -> Walker:
        walker: Walker = self.enter(self.language, width=width)
        if party:
            walker.sign_in(party, office)
        return walker

    def institution(self, key: str, kind: str, *, signs: bool, width: int = 1280) -> Walker:
        """The browser of an office of one of the institutions, by the names the demonstration gives."""
        party = read(self.site, f"bodies/{key}")
        office = OFFICES[kind][0 if signs else 1][LANGUAGES.index(self.language)]
        return self.at(party[f"name_{self.language}"], office, width=width)

    def local(self, party: dict[str, str], *, signs: bool) -> Walker:
        """The telephone of an office of a local body."""
        offices = CITY_OFFICES if party["body_kind"].startswith("city") else AIMAK_OFFICES
        office = offices[0 if signs else 1][LANGUAGES.index(self.language)]
        return self.at(party[f"name_{self.language}"], office, width=PHONE)

    def case(self, title: str) -> str:
        """The number of a case of the demonstration."""
        return number_of(self.site, title)

    def said(self, name: str, value: str) -> str:
        return law.phrase(name, value, language=self.language)


def reader(day: Day) -> None:
    """A journalist looks a draft up, reads what was said to it, and checks how a figure is counted."""
    me = day.at(width=PHONE)
    me.open("/")
    me.look("reader-1-home")
    me.page.get_by_role("searchbox").first.fill(WORD[day.language])
    with me.page.expect_navigation():
        me.page.keyboard.press("Enter")
    assert day.case(ADOPTED) in me.text()
    me.look("reader-2-search")
    me.go("case", day.case(ADOPTED))
    me.look("reader-3-case")
    me.follow("Remarks and replies")
    me.look("reader-4-rows")
    me.go("case_text", day.case(ADOPTED))
    me.look("reader-5-text")
    me.go("statistics")
    me.look("reader-6-statistics")
    me.go("how_it_works")
    me.look("reader-7-how")


def body(day: Day) -> None:
    """An aiyl okmotu: the secretary answers from a phone between two visitors, the head releases it."""
    party = unanswered(day.site, turn=TURN[day.language])
    me = day.local(party, signs=False)
    me.look("body-1-today")
    task(me, day.case(BODIES))
    me.look("body-2-answer")
    me.choose("Your stance", day.said("stance", "agreed_with_remarks"))
    me.page.locator("#remarks > summary").click()
    me.choose("What it is", day.said("remark.kind", "objection"))
    me.fill("The remark and why", SAID[day.language])
    me.press("Send to the one who signs")
    head = day.local(party, signs=True)
    head.follow("A draft waits for your signature")
    assert SAID[day.language] in head.text()
    head.look("body-3-release")
    head.press("Sign and file")
    assert f"{day.case(BODIES)}-" in head.text()
    head.look("body-4-receipt")


def union(day: Day) -> None:
    """The association's desk merges alike remarks and drafts the consolidated opinion."""
    me = day.institution("demo-union", Party.Kind.ASSOCIATION, signs=False)
    me.look("union-1-today")
    article = f"point_{2 + TURN[day.language]}"
    me.go("rows_desk", day.case(UNION), state="waiting", at=article)
    me.look("union-2-rows")
    groups = me.page.locator("input[name=pick]")
    before = groups.count()
    groups.first.check()
    with me.page.expect_navigation():
        me.page.locator("button[data-ticked]").click()
    me.go("rows_desk", day.case(UNION), state="waiting", at=article)
    assert me.page.locator("input[name=pick]").count() == before - 1
    me.go("association_position", day.case(UNION))
    me.choose("Your stance", day.said("stance", "agreed_with_remarks"))
    me.look("union-3-opinion")
    me.press("Keep as a draft")
    me.go("reach", day.case(UNION))
    me.look("union-4-reach")
    me.go("case_calendar")
    me.look("union-5-calendar")


def ministry(day: Day) -> None:
    """A ministry's drafter answers two rows at once from a template and looks at what is ready."""
    me = day.institution("demo-ministry", Party.Kind.MINISTRY, signs=False)
    me.look("ministry-1-today")
    me.go("replies_desk", day.case(MINISTRY))
    me.look("ministry-2-rows")
    me.page.locator("a[href*='/replies/3/']").first.click()
    me.look("ministry-3-reply")
    me.go("reply_templates")
    me.look("ministry-4-templates")
    me.go("replies_publish", day.case(MINISTRY))
    me.look("ministry-5-publish")


def desk(day: Day) -> None:
    """The facilitator's desk goes through its queue, sees who is silent and opens the agenda."""
    me = day.institution("demo-desk", Party.Kind.DESK, signs=False)
    me.look("desk-1-today")
    me.go("screening_queue")
    me.look("desk-2-queue")
    me.go("package_check", day.case(CHECK))
    me.press("Record the result", status=422)
    me.look("desk-3-check")
    me.go("reach", day.case(BODIES))
    me.look("desk-4-reach")
    me.go("meeting_agenda", day.case(MEETING))
    me.look("desk-5-agenda")
    me.go("case_board")
    me.look("desk-6-board")


def decider(day: Day) -> None:
    """A committee reads what is unsettled; a decision without its reason is not taken."""
    me = day.institution("demo-committee", Party.Kind.COMMITTEE, signs=True)
    me.look("decider-1-today")
    task(me, day.case(DECISION))
    me.look("decider-2-decision")
    me.press("Record the decisions", status=422)
    me.look("decider-3-errors")
    me.go("case_rows", day.case(DECISION))
    me.look("decider-4-rows")
    me.go("case", day.case(ADOPTED))
    me.look("decider-5-case")


def task(me: Walker, number: str) -> None:
    """Open what Today says is owed in a case."""
    with me.page.expect_navigation() as way:
        me.page.locator(f".tasks h3 a[href*='{number}']").first.click()
    me.arrived(way.value)
