"""From the first answer to a signed protocol: bodies, association, ministry and desk."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from makul.parties.models import Party
from tests.browser.walker import PHONE
from tests.walks import lighting
from tests.walks.walk import Walk


def answer(walk: Walk, body: Party, remark: str, *, name: str) -> None:
    """An aiyl okmotu from a phone: its secretary writes, its head reads and releases."""
    writer = walk.at(body, signs=False, width=PHONE)
    writer.go("today")
    writer.look(f"today-{name}")
    writer.go("position_edit", walk.number)
    writer.choose("Your stance", walk.said("stance", "not_agreed"))
    writer.page.get_by_text(writer.word("Make a remark"), exact=True).click()
    writer.page.get_by_label(writer.named("On which provision")).select_option("art_7__part_2")
    writer.choose("What it is", walk.said("remark.kind", "objection"))
    writer.fill_all(
        {
            "The remark and why": remark,
            "The wording you propose": lighting.FIVE_DAYS[walk.language],
            "Norm, reckoning or fact it rests on": "40 km",
            "Costs every year": "180 000",
        }
    )
    writer.look(f"answer-{name}")
    writer.press("Send to the one who signs")
    head = walk.at(body, signs=True, width=PHONE)
    head.go("today")
    head.follow("A draft waits for your signature")
    assert remark in head.text()
    head.look(f"release-{name}")
    head.press("Sign and file")
    head.look(f"receipt-{name}")
    assert walk.number in head.text()


def merge(walk: Walk) -> None:
    """The association makes one row of the two remarks, and nobody disappears."""
    union = walk.at(walk.scene.union, signs=False)
    union.go("rows_desk", walk.number, at="art_7", like="0.2")
    union.look("rows")
    for group in union.page.locator("input[name=pick]").all():
        group.check()
    union.press("Merge the ticked")
    union.go("row_edit", walk.number, 1)
    union.fill_all(
        {
            "The row in Kyrgyz": lighting.ON_TERM["ky"],
            "The row in Russian": lighting.ON_TERM["ru"],
            "Proposed wording in Kyrgyz": lighting.FIVE_DAYS["ky"],
            "Proposed wording in Russian": lighting.FIVE_DAYS["ru"],
        }
    )
    for body in walk.scene.bodies[:2]:
        assert body.name(walk.language) in union.text()
    union.look("row")
    union.press("Keep the words of the row")


def consolidate(walk: Walk) -> None:
    union = walk.at(walk.scene.union, signs=False)
    union.go("association_position", walk.number)
    union.choose("Your stance", walk.said("stance", "not_agreed"))
    union.look("opinion")
    union.press("Send to the one who signs")
    director = walk.at(walk.scene.union, signs=True)
    director.go("position_release", walk.number)
    director.press("Sign and file")


TEMPLATE = {
    "Words in Kyrgyz": "{article} өзгөрүүсүз калат: жарык жок көчө коркунучтуу.",
    "Words in Russian": "{article} остаётся без изменений: улица без света опасна.",
}


def reply(walk: Walk) -> None:
    """A template is made, the row is given out, the template fills the reply, the minister publishes."""
    ministry = walk.at(walk.scene.ministry, signs=False)
    ministry.go("reply_template_new")
    ministry.fill("Name of the template", "T-1")
    ministry.choose("The reply", walk.said("reply.kind", "declined"))
    ministry.fill_all(TEMPLATE)
    ministry.look("template")
    ministry.press("Keep the template")
    ministry.go("replies_desk", walk.number)
    ministry.page.get_by_role("checkbox", name=ministry.word("Row %(n)s", n=1), exact=True).check()
    ministry.page.get_by_label(ministry.named("With the ticked rows")).select_option(
        label=ministry.word("me")
    )
    ministry.look("replies")
    ministry.press("Do it")
    ministry.go("reply_edit", walk.number, 1, who="me")
    ministry.press("T-1")
    ministry.look("reply")
    ministry.press("Keep as a draft")
    minister = walk.at(walk.scene.ministry, signs=True)
    minister.go("replies_publish", walk.number)
    minister.look("publish")
    minister.press("Publish")


def invite(walk: Walk) -> None:
    desk = walk.at(walk.scene.desk, signs=False)
    desk.go("meeting_invite", walk.number)
    later = timezone.localtime() + timedelta(days=6)
    desk.fill("Day and hour", later.strftime("%Y-%m-%dT%H:%M"))
    desk.look("invite")
    desk.press("Invite")


def meet(walk: Walk) -> None:
    """The sides sit down together and do not agree."""
    desk = walk.at(walk.scene.desk, signs=False)
    desk.go("meeting_hold", walk.number)
    desk.fill("Held on (day and hour)", walk.now())
    for n, party in ((1, walk.scene.ministry), (2, walk.scene.union)):
        place = desk.page.get_by_role("group", name=desk.word("Present %(n)s", n=n), exact=True)
        desk.select("For whom", party.name(walk.language), within=place)
        desk.fill("Office", "1", within=place)
        desk.tick("Entitled to decide", within=place)
    desk.choose("Result", "Not settled")
    desk.look("meeting")
    desk.press("Close the record")
    desk.look("minutes")


def draw(walk: Walk) -> None:
    """What is not settled makes the protocol one of disagreements."""
    desk = walk.at(walk.scene.desk, signs=False)
    desk.go("protocol_draw", walk.number)
    assert walk.said("protocol.kind", "disagreements") in desk.text()
    desk.look("draw")
    desk.press("Draw the protocol")


def sign(walk: Walk) -> None:
    """Both sides read the protocol and sign its exact bytes."""
    for party in (walk.scene.ministry, walk.scene.union):
        signatory = walk.at(party, signs=True)
        signatory.go("protocol_sign", walk.number)
        signatory.choose("What you do", "Sign")
        signatory.tick("I have opened the protocol and read it")
        signatory.press("Record it")
    walk.at(walk.scene.union, signs=True).look("signed")
