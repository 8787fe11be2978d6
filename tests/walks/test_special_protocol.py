"""A special protocol through the pages: opened, tabled, tried, voted, drawn, closed by one side, followed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from makul.bills.models import Attachment
from makul.budget.models import SpecialProtocol
from makul.parties.models import Mandate, Party
from makul.parties.searching import searchable
from tests.browser.walker import DESK, PHONE, Walker
from tests.budget import special_scene as made
from tests.budget.special_scene import Special
from tests.walks.clock import Clock
from tests.walks.conftest import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAMES = {
    "sp-committee": ("Бюджет боюнча комитет (көрсөтмө)", "Комитет по бюджету (демонстрация)"),
    "sp-union": ("ЖӨБ ассоциациясы (көрсөтмө)", "Ассоциация МСУ (демонстрация)"),
    "sp-finance": ("Каржы министрлиги (көрсөтмө)", "Министерство финансов (демонстрация)"),
    "sp-desk": ("Уюштуруучу (көрсөтмө)", "Организатор (демонстрация)"),
}


@dataclass
class Walk:
    scene: Special
    language: str
    office: Office
    clock: Clock
    desks: dict[int, Walker] = field(default_factory=dict)

    def by(self, mandate: Mandate, *, width: int = DESK) -> Walker:
        if mandate.pk not in self.desks:
            self.desks[mandate.pk] = self.office(mandate, language=self.language, width=width)
        return self.desks[mandate.pk]

    def drafter(self, party: Party) -> Walker:
        return self.by(self.scene.drafter(party))

    def signer(self, party: Party, *, width: int = DESK) -> Walker:
        return self.by(self.scene.signer(party), width=width)

    def work(self, walker: Walker) -> Walker:
        """The work page of the protocol."""
        walker.go("special_protocol_work", SpecialProtocol.objects.latest("pk").case.number)
        return walker


def named(scene: Special, language: str) -> Special:
    for mandate in [*scene.offices.values(), *scene.board]:
        party = mandate.party
        party.name_ky, party.name_ru = NAMES[party.key]
        party.search = searchable(party.name_ky, party.name_ru)
        party.language = language
        party.save()
    for number, member in enumerate(scene.board, 1):
        member.office_ky, member.office_ru = f"мүчө {number}", f"член {number}"
        member.save()
    scene.committee.refresh_from_db()
    scene.finance.refresh_from_db()
    scene.union.refresh_from_db()
    return scene


def open_protocol(walk: Walk) -> None:
    clerk = walk.drafter(walk.scene.committee)
    clerk.go("special_protocol_list")
    clerk.follow("Open a special protocol")
    clerk.fill("Budget year", "2027")
    for label, party in (
        ("Association", walk.scene.union),
        ("Ministry that presents the budget", walk.scene.finance),
    ):
        clerk.select(label, party.name(walk.language))
    clerk.fill("Frame of the budget year", "300 000 000")
    clerk.look("special-open")
    clerk.press("Open the protocol")
    assert clerk.word("Special protocol for %(year)s", year=2027) in clerk.text()


def table(walk: Walk, party: Party, subject: str, som: str, *, width: int = DESK) -> None:
    """One more item, then all of the side are tabled."""
    desk = walk.work(walk.signer(party, width=width))
    desk.page.locator("main a[href$='/items/']").first.click()
    desk.follow("Write an item")
    desk.fill_all(
        {
            "Question in Kyrgyz": f"{subject} ky",
            "Question in Russian": subject,
            "Our position in Kyrgyz": "Көбөйтүү керек",
            "Our position in Russian": "Увеличить",
        }
    )
    desk.page.get_by_label("2027").first.fill(som)
    desk.look(f"special-item-{party.key}")
    desk.press("Keep as a draft")
    desk.look(f"special-items-{party.key}")
    desk.page.locator("main form button.btn").last.click()
    desk.page.wait_for_url("**/work/**")
    assert (
        desk.word("The items are tabled. The other side has been told; anyone can read them now.")
        in desk.page.locator("body").inner_text()
    )


def answer(walk: Walk, party: Party, som: str) -> None:
    """A position on each item of the other side, then all filed."""
    desk = walk.work(walk.signer(party))
    desk.go("special_protocol_items_answered", SpecialProtocol.objects.latest("pk").case.number)
    desk.look(f"special-positions-{party.key}")
    desk.page.locator("main .tasks a").first.click()
    while desk.page.url.rstrip("/").rsplit("/", 1)[-1].isdigit():
        desk.fill("Our position in Russian", "Возможно частично")
        desk.page.get_by_label("2027").first.fill(som)
        desk.press("Keep and go on")
    desk.press("File our positions")


def sit(walk: Walk) -> None:
    """A solution above the frame is told; then each item gets its word."""
    clerk = walk.work(walk.drafter(walk.scene.committee))
    clerk.follow("Try a solution for balance")
    sums = clerk.page.locator("main table.balance input[type=text]")
    for place in range(sums.count()):
        sums.nth(place).fill("200 000 000")
    clerk.press("See what it makes")
    assert clerk.page.locator(".balance-sum .tag.against").count() == 1
    for place in range(sums.count()):
        sums.nth(place).fill("60 000 000")
    clerk.press("Keep this solution")
    clerk.look("special-balance")
    clerk.go("special_protocol_conciliation_sat", SpecialProtocol.objects.latest("pk").case.number)
    clerk.page.locator("main .tasks a").first.click()
    number = 0
    while clerk.page.url.rstrip("/").rsplit("/", 1)[-1].isdigit():
        number += 1
        agreed = "Макулдашылды" if walk.language == "ky" else "Согласовано"
        differs = "Макулдашылган жок" if walk.language == "ky" else "Не согласовано"
        clerk.choose("What the sitting found", differs if number == 2 else agreed)
        clerk.fill("Reasons in Russian", "Середина между расчётами сторон")
        clerk.fill(
            "Wherein the positions differ, in Russian", "Способ расчёта" if number == 2 else ""
        )
        if number == 1:
            clerk.look("special-settle")
        clerk.press("Keep and go on")
    clerk.look("special-sitting")
    clerk.press("Record the sitting")


def vote(walk: Walk) -> None:
    union = walk.work(walk.drafter(walk.scene.union))
    number = SpecialProtocol.objects.latest("pk").case.number
    union.go("special_protocol_mandate_given", number)
    union.press("Ask the board")
    for member, choice in zip(
        walk.scene.board, ("against", *["for giving the mandate"] * 2), strict=True
    ):
        voter = walk.by(member)
        voter.go("special_protocol_mandate_given", number)
        voter.choose("Your vote", choice)
        voter.look("special-vote")
        voter.press("Vote")
    union.go("special_protocol_mandate_given", number)
    union.press("Close the vote")
    union.go("special_protocol_mandate_given", number)
    assert union.word("The mandate is given.") in union.text()


def draw_and_sign(walk: Walk) -> None:
    clerk = walk.drafter(walk.scene.committee)
    number = SpecialProtocol.objects.latest("pk").case.number
    clerk.go("special_protocol_special_drawn", number)
    clerk.press("Draw up the protocol")
    union = walk.signer(walk.scene.union)
    union.go("special_protocol_special_signed", number)
    union.tick("I have read the protocol and sign it for my side")
    union.look("special-sign")
    union.press("Sign")
    walk.clock.pass_days(5)
    walk.work(union)
    union.page.locator(".tasks a[href$='/close/']").click()
    union.fill("Reason", "Министрлик унчукпады")
    union.look("special-close")
    union.press("Close by one side")


def attach_and_follow(walk: Walk) -> None:
    clerk = walk.drafter(walk.scene.committee)
    number = SpecialProtocol.objects.latest("pk").case.number
    clerk.go("special_protocol_special_attached", number)
    clerk.select("Bill on the republican budget", f"6-1. {walk.scene.bill.title(walk.language)}")
    clerk.press("Attach")
    assert Attachment.objects.get(case__number=number).kind == "special_protocol"
    walk.clock.pass_days(40)
    clerk.go("special_protocol_budget_adopted", number)
    clerk.fill("Number of the law", "301")
    clerk.press("Record the adoption")
    finance = walk.drafter(walk.scene.finance)
    finance.go("special_protocol_given_stated", number)
    for place in range(finance.page.locator("fieldset").count()):
        finance.page.locator("fieldset").nth(place).locator("input[type=text]").first.fill(
            "50 000 000"
        )
    finance.look("special-given")
    finance.press("Record what was given")


def read(walk: Walk, *told: str) -> None:
    reader = walk.office(None, language=walk.language, width=PHONE)
    reader.go("special_protocol_list")
    reader.look("special-list")
    reader.follow(str(SpecialProtocol.objects.latest("pk").budget_year))
    reader.look("special-public")
    for item in reader.page.locator("article details.more > summary").all():
        item.click()  # on a phone each item opens under one tap, and its sums under another
    for text in told:
        assert reader.word(text) in reader.text(), text


def last_year(scene: Special) -> None:
    """The year before, finished: two of its items stayed open."""
    made.whole(scene, at=timezone.now() - timedelta(days=365), year=2026)


def test_special_protocol(office: Office, tmp_path: Path, clock: Clock) -> None:
    scene = made.build(board=3)
    last_year(scene)
    walk = Walk(named(scene, "ky"), "ky", office, clock)
    open_protocol(walk)
    assert SpecialProtocol.objects.latest("pk").items.count() == 2  # carried over
    table(walk, scene.union, "Новый вопрос", "90 000 000")
    table(walk, scene.finance, "Прогноз доходов", "40 000 000")
    clock.pass_days(1)
    answer(walk, scene.finance, "50 000 000")
    answer(walk, scene.union, "60 000 000")
    clock.pass_days(1)
    sit(walk)
    vote(walk)
    draw_and_sign(walk)
    attach_and_follow(walk)
    read(
        walk,
        "Closed by one side",
        "Compared with the year before",
        "with the signatures",
        "Last year",
    )


def test_a_first_year_in_russian(office: Office, tmp_path: Path, clock: Clock) -> None:
    """Shorter: without a year before, read on a phone while it runs."""
    scene = made.build(board=0)
    walk = Walk(named(scene, "ru"), "ru", office, clock)
    open_protocol(walk)
    table(walk, scene.union, "Отопление", "90 000 000", width=PHONE)
    read(walk, "The protocol has not been drawn up yet.", "No position submitted", "not signed")
