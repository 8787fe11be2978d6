"""The steps of a sitting through the pages: scheduled, invited, heard, minuted, corrected, approved."""

from __future__ import annotations

import io
import re
from datetime import timedelta

from django.utils import timezone
from docx import Document as WordFile
from pypdf import PdfReader

from makul.bills.models import Bill
from makul.cases.actions.opening import make_agreement
from makul.cases.models import Agreement
from makul.documents.models import Version
from makul.law.days_off import calendar
from makul.sittings.models import AgendaItem, Convocation, House, Opinion, Sitting
from makul.web.worker import tick
from tests.browser.walker import PHONE, Walker
from tests.sittings.scene import conciliated, make_bill
from tests.walks.walk import Walk

DISSENT = {
    "ky": "Ассоциация каражаты көрсөтүлбөгөн милдетке макул эмес.\n\nБул пикир сөзмө-сөз жазылсын.",
    "ru": "Ассоциация не согласна с обязанностью без средств.\n\nПросим записать это дословно.",
}
OWN = {
    "ky": "Биз мындай деп жазылышын суранабыз: «инспектор дайындоого укуктуу».",
    "ru": "Мы просим записать так: «вправе назначить инспектора».",
}
CORRECTION = {"ky": "Биздин өкүл үч мүнөт сүйлөдү.", "ru": "Наш представитель говорил три минуты."}


def set_stage(walk: Walk) -> None:
    """A conciliated bill in the register, and a committee that undertook to keep the order."""
    begun = timezone.now() - timedelta(days=90)
    case = conciliated(walk.scene, at=begun, reply="declined")
    make_bill(case, registered_on=begun.date(), read_at=begun, is_demonstration=True)
    convocation = Convocation.objects.create(number="VIII", source="demonstration")
    House.objects.create(
        convocation=convocation,
        party=walk.scene.committee,
        number=1,
        as_of=begun.date(),
        source="demonstration",
    )
    agreement = Agreement(
        procedure="sitting",
        edition="2026-proposed",
        initiator=walk.scene.committee,
        association=walk.scene.union,
        facilitator=walk.scene.desk,
        appeal_body=walk.scene.panel,
        document="demonstration undertaking",
        signed_on=begun.date(),
    )
    make_agreement(agreement=agreement, now=timezone.now())


def clerk(walk: Walk, *, width: int = 1280) -> Walker:
    return walk.at(walk.scene.committee, signs=False, width=width)


def planned(days_working: int) -> str:
    day = calendar().worked_day(timezone.localdate(), days_working)
    return f"{day.isoformat()}T10:00"


def schedule(walk: Walk, *, days_working: int = 9) -> None:
    """From the calendar, in a few fields; then the bill is found and put on the agenda."""
    desk = clerk(walk)
    desk.go("today")
    desk.follow("Sittings", nth=0)
    desk.follow("Schedule a sitting")
    desk.fill("Day and hour", planned(days_working))
    desk.look("new")
    desk.press("Schedule a sitting")
    walk.number = Sitting.objects.latest("pk").number
    desk.follow("Put an item on the agenda")
    desk.look("choose")
    desk.follow(Bill.objects.get().title(walk.language))
    desk.select("Reading", "First reading")
    desk.look("item")
    desk.press("Put it on the agenda")
    desk.look("agenda")


def invite(walk: Walk) -> None:
    """The agenda is sent; the letter, delivered by the worker, is the invitation."""
    desk = clerk(walk)
    desk.follow("On to the invitations")
    desk.press("Send the agenda and invite")
    tick(timezone.now())
    desk.go("sitting_invited", walk.number)
    assert desk.word("delivered by e-mail") in desk.text()
    desk.look("invitations")


def prepare(walk: Walk) -> None:
    """The association's expert draws the opinion up from the conciliation and adds words of its own."""
    union = walk.at(walk.scene.union, signs=False, width=PHONE)
    union.go("sitting_invitations")
    union.look("invited-to")
    union.follow(Bill.objects.get().title(walk.language))
    union.press("Draw up the opinion for the minutes")
    label = {"ky": "Opinion in Kyrgyz", "ru": "Opinion in Russian"}[walk.language]
    drawn = union.field(label).input_value()
    union.fill(label, f"{drawn}\n\n{OWN[walk.language]}")
    union.look("opinion")
    union.press("Keep it and read it whole")
    union.go("sitting_note", walk.number, AgendaItem.objects.get().pk)
    assert union.page.locator(".aloud").inner_text().strip()
    union.look("note")


def release(walk: Walk) -> None:
    director = walk.at(walk.scene.union, signs=True)
    director.go("sitting_opinion_release", walk.number, AgendaItem.objects.get().pk)
    director.look("release")
    director.press("Hand in the opinion")
    assert Opinion.objects.get().released_at


def sit(walk: Walk) -> None:
    """On the day: who is there, who speaks, how it is voted, what is decided; then that it was held."""
    walk.clock.set(Sitting.objects.get().starts_at + timedelta(hours=2))
    desk = clerk(walk, width=PHONE)
    desk.go("sitting_held", walk.number)
    desk.follow("Write who is present")
    first = desk.page.locator("fieldset").first
    desk.fill("Office", "депутат", within=first)
    desk.fill("How many", "7", within=first)
    desk.look("presence")
    desk.press("Put it on record")
    desk.follow(Bill.objects.get().title(walk.language))
    desk.select("Who spoke", walk.scene.union.name(walk.language))
    said = {"ky": "What was said, in Kyrgyz", "ru": "What was said, in Russian"}[walk.language]
    desk.fill(said, OWN[walk.language])
    desk.press("Put the speech on record")
    desk.fill_all({"For": "6", "Against": "1"})
    desk.choose("Result of the vote", "It was carried")
    desk.press("Put the vote on record")
    desk.fill_all({"Decision in Kyrgyz": "Кабыл алынсын.", "Decision in Russian": "Принять."})
    desk.look("item-record")
    desk.press("Put the decision on record")
    desk.follow("Back to the record")
    desk.look("record")
    desk.press("Record that it was held")


def dissent(walk: Walk) -> None:
    director = walk.at(walk.scene.union, signs=True)
    director.go("sitting_dissent", walk.number)
    own = {"ky": "Кыргызча", "ru": "Русский"}[walk.language]
    director.choose("Language in which you write", own)
    director.fill("Dissenting opinion", DISSENT[walk.language])
    director.look("dissent")
    director.press("Hand in the dissent")


def draft(walk: Walk) -> None:
    desk = clerk(walk)
    desk.go("sitting_work", walk.number)
    desk.look("work")
    desk.go("sitting_minutes_drafted", walk.number)
    desk.look("minutes-draft")
    desk.press("Draft the minutes")
    tick(timezone.now())


def correct(walk: Walk) -> None:
    """The association was there, so it says what the minutes should say; the committee takes it."""
    union = walk.at(walk.scene.union, signs=False, width=PHONE)
    union.go("sitting_minutes_corrected", walk.number)
    union.fill("What the minutes should say", CORRECTION[walk.language])
    union.look("minutes")
    union.press("Attach my correction")
    desk = clerk(walk)
    desk.go("sitting_minutes_approved", walk.number)
    desk.choose("Answer", "Take it into the minutes")
    desk.look("answer")
    desk.press("Answer")


def approve(walk: Walk) -> None:
    chair = walk.at(walk.scene.committee, signs=True)
    chair.go("sitting_minutes_approved", walk.number)
    chair.look("approve")
    chair.press("Approve the minutes")
    assert chair.word("The minutes are approved.") in chair.page.inner_text("body")


def flat(text: str) -> str:
    """A text without its breaks: paper breaks lines where it must, also within a word."""
    return re.sub(r"[\s\u00ad\u200b\u2060-]+", "", text)


def body_of(page: str) -> str:
    """A page of a PDF without the mark on its top and the lines at its foot: a text goes on past them."""
    return re.split(r"\n(?:Иш №|Дело №)", page.removeprefix("КӨРСӨТМӨ / ДЕМОНСТРАЦИЯ"))[0]


def words_of(version: Version) -> str:
    """All words of a Word or PDF file."""
    data = io.BytesIO(bytes(version.blob.data))
    if version.file_name.endswith(".pdf"):
        return flat("\n".join(body_of(page.extract_text()) for page in PdfReader(data).pages))
    word = WordFile(data)
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return flat("\n".join([*(one.text for one in word.paragraphs), *cells]))


def read_back(walk: Walk) -> None:
    """Word and PDF hold the opinion and the dissent word for word; so does the public page."""
    reader = walk.office(None, language=walk.language)
    reader.go("sitting_case", walk.number)
    reader.look("public")
    shown = flat(reader.page.inner_text("main"))
    opinion = Opinion.objects.get().text(walk.language)
    files = Version.objects.filter(document__kind="minutes", document__is_public=True)
    own = [one for one in files if walk.language in one.language.split("+")]
    assert sorted(one.file_name.rpartition(".")[2] for one in own) == ["docx", "pdf"]
    for said in (opinion, DISSENT[walk.language], CORRECTION[walk.language]):
        assert flat(said) in shown
        for file in own:
            assert flat(said) in words_of(file), (file.file_name, said[:60])
    links = reader.page.locator("#h-minutes ~ .files a").all()
    assert len(links) == files.count()
    for link in links:
        answer = reader.page.request.get(f"{reader.site}{link.get_attribute('href')}")
        assert answer.status == 200


def hold_uninvited(walk: Walk) -> None:
    """Nobody presses the button that invites; the sitting is recorded all the same."""
    walk.clock.set(Sitting.objects.get().starts_at + timedelta(hours=2))
    desk = clerk(walk)
    desk.go("sitting_held", walk.number)
    assert desk.word("To the invitations") in desk.text()
    desk.look("record-uninvited")
    desk.press("Record that it was held")


def read_breach(walk: Walk) -> None:
    reader = walk.office(None, language=walk.language)
    reader.go("sitting_case", walk.number)
    said = reader.word("Held without inviting the association it had to invite.")
    assert said in reader.text()
    reader.look("uninvited")
    reader.go("sittings_not_invited")
    assert walk.scene.committee.name(walk.language) in reader.text()
    reader.look("not-invited")
    reader.go("sitting_list", when="past")
    assert reader.word("Held without inviting") in reader.text()
    reader.look("list")
