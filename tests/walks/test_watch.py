"""A deputies' bill passes local bodies by: noticed on the day it is registered, answered, and counted in public."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from makul.bills.models import Alert, Bill
from makul.cases.models import Case
from makul.documents.reading import read_act
from makul.notices.links import body_sent
from makul.notices.models import Notice
from makul.web.worker import tick
from tests.browser.walker import Walker
from tests.walks.clock import Clock
from tests.walks.conftest import Office
from tests.walks.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = {
    "ky": "Айыл өкмөтүнүн жол боюндагы соода жайларын күтүү милдети жөнүндө",
    "ru": "Об обязанности айыл окмоту содержать придорожные торговые места",
}
HEAD = "number;title_ky;title_ru;initiator_kind;registered_on;stage;events;address"


def register(walk: Walk, *, stage: str = "registered", events: str = "") -> Path:
    """The register's file of the day: the bill, one that touches nobody, and a row gone wrong."""
    day = timezone.localdate().isoformat() if not Bill.objects.exists() else registered_on()
    rows = [
        HEAD,
        f"6-101;{TITLE['ky']};{TITLE['ru']};deputies;{day};{stage};{events};",
        f"6-102;Бал челек чарбасы жөнүндө;О пчеловодстве;cabinet;{day};committee;;",
        "6-103;;;cabinet;tomorrow;;;",
    ]
    path = walk.folder / "register.csv"
    path.write_bytes("\n".join(rows).encode("utf-8-sig"))
    return path


def registered_on() -> str:
    return Bill.objects.get(number="6-101").registered_on.isoformat()


def take_in(walk: Walk, file: Path, *, look: str) -> None:
    """The desk hands the file in; the worker takes it in, notices and sends letters."""
    desk = walk.at(walk.scene.desk, signs=False)
    desk.go("bill_intakes")
    desk.fill("Name of the register", "kenesh")
    desk.attach("File, CSV or JSON, in UTF-8", file)
    desk.press("Take the file in")
    assert desk.word("The file waits for the worker; it begins within seconds.") in desk.text()
    tick(timezone.now())
    desk.open(desk.page.url)
    assert desk.word("The file was read to its end.") in desk.text()
    desk.look(look)


def come_by_letter(walk: Walk, alert: Alert) -> Walker:
    """The one-time address in the letter, the office that signs, and the code from the mail."""
    notice = Notice.objects.get(pk=alert.notice_id)
    assert notice.state == Notice.State.DELIVERED
    found = re.search(r"\S+/in/\S+", body_sent(notice))
    assert found is not None
    union = walk.office(None, language=walk.language)
    union.open(found[0])
    office = walk.scene.signatory(walk.scene.union)
    union.page.locator(f"label:has(input[name=office][value='{office.pk}'])").click()
    union.press("Send me the code")
    union.page.locator("input[name=code]").fill(code_of_mail())
    with union.page.expect_navigation():
        union.page.keyboard.press("Enter")
    union.page.wait_for_url(f"**/bills/alerts/{alert.pk}/**")
    return union


def code_of_mail() -> str:
    found = [
        code
        for letter in Path(settings.MAKUL_MAIL_FOLDER).glob("*.eml")
        for code in re.findall(r"^\d{6}$", words_of(letter), re.MULTILINE)
    ]
    assert len(found) == 1
    return str(found[0])


def words_of(letter: Path) -> str:
    message = message_from_bytes(letter.read_bytes(), policy=policy.default)
    return str(message.get_body().get_content())  # type: ignore[attr-defined]


def read_opinion(walk: Walk, union: Walker) -> None:
    """Both languages lie ready, and say whose bill it is and what is asked."""
    union.look("alert")
    for label, language in (("In Kyrgyz, Word", "ky"), ("In Russian, Word", "ru")):
        address = union.page.get_by_role("link", name=union.word(label)).get_attribute("href")
        answer = union.page.request.get(f"{union.site}{address}")
        assert answer.status == 200, f"{address}: {answer.status} {answer.text()[-900:]}"
        data = answer.body()
        said = " ".join(line.text for line in read_act(data, name="opinion.docx"))
        assert TITLE[language] in said


def open_case(walk: Walk, union: Walker) -> None:
    union.follow("Open a case on your own motion")
    assert union.field("Title in Kyrgyz").input_value() == TITLE["ky"]
    union.select("Who stands for the initiator", walk.scene.ministry.name(walk.language))
    union.select("Who will decide", walk.scene.committee.name(walk.language))
    union.look("motion")
    union.press("Open the case")
    walk.number = Case.objects.get().number


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_watch(language: str, office: Office, tmp_path: Path, clock: Clock) -> None:
    walk = Walk.begin(language, office, tmp_path, clock)
    take_in(walk, register(walk), look="taken-in")
    alert = Alert.objects.get()
    assert alert.kind == "no_case"
    union = come_by_letter(walk, alert)
    read_opinion(walk, union)
    open_case(walk, union)
    assert Case.objects.get().participations.filter(role="lsg").count() == 3

    walk.later(days=7)
    day = timezone.localdate().isoformat()
    told = f"{day} fast_track 2+3 | {day} adopted"
    take_in(walk, register(walk, stage="adopted", events=told), look="adopted-past")
    assert sorted(Alert.objects.values_list("kind", flat=True)) == ["fast_track", "no_case"]

    reader = walk.office(None, language=language)
    reader.go("bill_list")
    reader.look("bills")
    reader.follow(TITLE[language])
    state = "It became law past the conciliation that the association opened itself."
    assert reader.word(state) in reader.text()
    assert reader.word("Several readings at once") in reader.text()
    reader.look("bill")
    reader.go("bill_watch")
    reader.look("watch")
    passed = "Of %(law)s bills that touch local communities and became law, %(passed)s went past local bodies."
    assert reader.word(passed, law=1, passed=1) in reader.text()
