"""An expertise through the pages: ordered, one expert recused, not acceptable, kept, deliberated a second time."""

from __future__ import annotations

from pathlib import Path

import pytest

from makul.bills.models import Attachment
from makul.cases.models import Case
from makul.core import journal
from makul.documents.reading import read_act
from makul.expertise.models import Expert
from makul.journal.queries import export_lines
from makul.law.forms import values
from makul.law.procedures.words import name
from makul.notices.models import Notice
from makul.parties.models import Party
from makul.web.worker import tick
from tests.browser.walker import PHONE, Walker
from tests.expertise.scene import TITLE_KY, TITLE_RU, enter_experts, make_bill
from tests.walks.clock import Clock
from tests.walks.conftest import Office
from tests.walks.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOUND = {"ky": "Чечим мамлекеттик реестрге өтөт.", "ru": "Решение переходит к реестру."}
WHY = {"ky": "Милдет каражатсыз жүктөлөт.", "ru": "Обязанность возлагается без средств."}
KEPT = {"ky": "Каражат кийинки жылы каралат.", "ru": "Средства предусмотрят на следующий год."}
AGAIN = {"ky": "Жооп булакты атабайт.", "ru": "Ответ не называет источника."}
TIED = {"ky": "Долбоорду жазганмын.", "ru": "Участвовал в написании проекта."}


def value(walk: Walk, key: str) -> str:
    said = name("value", key, language=walk.language)
    return said[:1].upper() + said[1:]


def in_language(walk: Walk, label: str) -> str:
    return f"{label}, in {'Kyrgyz' if walk.language == 'ky' else 'Russian'}"


def expert_at(walk: Walk, number: int, *, width: int = PHONE) -> Walker:
    expert = Expert.objects.select_related("party").get(party__key=f"demo-expert-{number}")
    return walk.at(expert.party, signs=True, width=width)


def expert_name(walk: Walk, number: int) -> str:
    return Party.objects.get(key=f"demo-expert-{number}").name(walk.language)


def order(walk: Walk) -> None:
    """The committee orders an expertise of the bill."""
    committee = walk.at(walk.scene.committee, signs=True)
    committee.go("expertise_order")
    title = TITLE_KY if walk.language == "ky" else TITLE_RU
    committee.select("Bill", f"№ 6-8/26. {title}")
    committee.fill(in_language(walk, "What the experts are asked"), "Канчага түшөт?")
    committee.select(
        "Who answers the opinion: the initiator", walk.scene.ministry.name(walk.language)
    )
    committee.look("order")
    committee.press("Order the expertise")
    walk.number = Case.objects.get().number


def appoint(walk: Walk, number: int, look: str = "") -> None:
    """The facilitator appoints an expert; the worker delivers the letter."""
    desk = walk.at(walk.scene.desk, signs=False)
    desk.go("expertise_work", walk.number)
    step = "appointed" if number == 1 else "replaced"
    desk.follow(name("task", step, language=walk.language))
    desk.choose("Expert", expert_name(walk, number))
    if look:
        desk.look(look)
    desk.press("Appoint")
    tick(walk.clock.now())
    letter = Notice.objects.get(kind="expert_appointed", party__key=f"demo-expert-{number}")
    assert letter.state == Notice.State.DELIVERED


def declare(walk: Walk, number: int, *, conflict: str = "") -> None:
    expert = expert_at(walk, number)
    step = "interests_declared" if number == 1 else "replacement_declared"
    expert.go(f"expertise_{step}", walk.number)
    choice = "Yes: I am recused" if conflict else "No, there is none"
    expert.choose("Is there a conflict of interest?", choice)
    expert.fill("In what it lies, or what you think should be known", conflict)
    expert.tick("I have checked it; it goes on record and is public")
    expert.look(f"declare-{number}")
    expert.press("Declare")


def fill_part(walk: Walk, expert: Walker, *, look: str = "") -> None:
    """Every question of the part on the page, then on to the next."""
    panels = expert.page.locator("form section.panel")
    yes = "ооба" if walk.language == "ky" else "да"
    for number in range(panels.count()):
        expert.choose("Answer", yes, within=panels.nth(number))
        label = in_language(walk, "What it rests on")
        expert.fill(label, FOUND[walk.language], within=panels.nth(number))
    if look:
        expert.look(look)
    expert.press("Keep and go on")


def fill_worksheet(walk: Walk) -> None:
    """On a phone: the parts one by one, the costs, then the verdict."""
    expert = expert_at(walk, 2)
    expert.go("expertise_part", walk.number, "property")
    for look in ("part", "", ""):
        fill_part(walk, expert, look=look)
    body = values("body.kind")["aiyl_small"][walk.language]
    line = expert.page.locator("details", has_text=body[:1].upper() + body[1:]).first
    line.locator("summary").click()
    for label, sum_ in (("Low", "60 000"), ("Likely", "90 000"), ("High", "150 000")):
        expert.fill(label, sum_, within=line)
    expert.fill("Number of bodies", "3", within=line)
    expert.look("costs")
    expert.press("Keep the costs")
    expert.look("worksheet")


def give_verdict(walk: Walk) -> None:
    expert = expert_at(walk, 2)
    expert.go("expertise_verdict_edit", walk.number)
    expert.choose("Verdict", value(walk, "not_acceptable"))
    expert.fill(in_language(walk, "Reasons"), WHY[walk.language])
    expert.look("verdict")
    expert.press("Keep and look at it whole")
    sign(walk, expert, look="sign")


def sign(walk: Walk, expert: Walker, *, look: str) -> None:
    expert.tick("I have read the opinion whole; I sign it as it stands here")
    expert.look(look)
    expert.press("Sign the opinion")
    tick(walk.clock.now())


def attach(walk: Walk, step: str) -> None:
    desk = walk.at(walk.scene.desk, signs=False)
    desk.go("expertise_work", walk.number)
    desk.follow(name("task", step, language=walk.language))
    desk.look(step)
    desk.press("Attach")


def keep_text(walk: Walk) -> None:
    """The ministry keeps the text and says why."""
    ministry = walk.at(walk.scene.ministry, signs=True)
    ministry.go("expertise_work", walk.number)
    ministry.follow(name("task", "verdict_answered", language=walk.language))
    ministry.choose("What becomes of the text", value(walk, "kept"))
    label = "What was changed, or why the text is kept, on each finding"
    ministry.fill(label, KEPT[walk.language])
    ministry.tick("I have checked it; it goes on record as it stands here")
    ministry.look("answer")
    ministry.press(name("task", "verdict_answered", language=walk.language))


def deliberate_again(walk: Walk) -> None:
    expert = expert_at(walk, 2)
    expert.go("expertise_second_deliberation", walk.number)
    assert KEPT[walk.language] in expert.text()
    expert.choose("Verdict", value(walk, "maintained"))
    expert.fill(in_language(walk, "Reasons"), AGAIN[walk.language])
    expert.look("second")
    expert.press("Keep and look at it whole")
    sign(walk, expert, look="second-sign")


def read(walk: Walk) -> None:
    """A reader finds both verdicts, the answer, the conflict, the costs and the papers."""
    reader = walk.office(None, language=walk.language)
    reader.go("expertise_list")
    assert reader.word("Deliberated twice") in reader.text()
    reader.look("list")
    reader.follow(TITLE_KY if walk.language == "ky" else TITLE_RU)
    page = reader.text()
    for words in (WHY, KEPT, AGAIN, TIED):
        assert words[walk.language] in page
    assert "285\u00a0000" in page
    reader.look("expertise")
    links = reader.page.locator(f"a[href$='-{walk.language}/file']")
    assert links.count() == 2
    papers = [links.nth(n).get_attribute("href") for n in range(2)]
    found = [reader.page.request.get(f"{reader.site}{one}").body() for one in papers]
    said = [" ".join(x.text for x in read_act(one, name="paper.docx")) for one in found]
    assert [WHY[walk.language] in one for one in said] == [True, True]
    assert AGAIN[walk.language] in said[1]
    reader.go("expert_list")
    reader.look("experts")
    reader.go("expertise_method")
    reader.look("method")


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_expertise(language: str, office: Office, tmp_path: Path, clock: Clock) -> None:
    walk = Walk.begin(language, office, tmp_path, clock)
    bill = make_bill(committee=walk.scene.committee)
    enter_experts(walk.scene, 2, at=clock.now())
    order(walk)
    walk.later(days=1)
    appoint(walk, 1, look="appoint")
    declare(walk, 1, conflict=TIED[language])
    walk.later(days=1)
    appoint(walk, 2)
    declare(walk, 2)
    walk.later(days=1)
    fill_worksheet(walk)
    give_verdict(walk)
    walk.later(days=1)
    attach(walk, "expertise_attached")
    keep_text(walk)
    walk.later(days=1)
    deliberate_again(walk)
    attach(walk, "second_attached")
    case = Case.objects.get()
    assert (case.outcome, case.breach_count) == ("twice_unacceptable", 0)
    assert Attachment.objects.filter(bill=bill, kind="expertise").count() == 2
    read(walk)
    assert journal.verify(export_lines()).broken == []
