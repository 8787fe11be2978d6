"""A bill behind a conciliation with two rows, and its texts as they come to be read."""

from __future__ import annotations

from datetime import datetime, timedelta

from makul.bills.models import Bill
from makul.cases.models import Case
from makul.documents.storing import File
from tests.scene import DRAFT_KY, DRAFT_RU, START, Scene, answer, file, notified, remark

BEFORE = "В каждом айылном аймаке назначается инспектор по освещению."
ASKED = "Айылный аймак вправе назначить инспектора по освещению."
BEFORE_KY = "Ар бир айыл аймагында жарык боюнча инспектор дайындалат."
ASKED_KY = "Айыл аймагы жарык боюнча инспектор дайындоого укуктуу."


def conciliated(scene: Scene, *, at: datetime = START, reply: str = "accepted") -> Case:
    """A conciliation in which one body asked to change article 3 and another to change article 2."""
    case = notified(scene, at=at)
    first, second = scene.bodies[:2]
    later = at + timedelta(days=1)
    asked = remark(wording=ASKED_KY)
    other = remark("art_2__part_2", kind="proposal", wording="Реестр жылына бир жолу жаңыртылат.")
    file(scene, case, first, "not_agreed", asked, at=later)
    file(scene, case, second, "agreed_with_remarks", other, at=later)
    answer(scene, case, reply, at=at + timedelta(days=35))
    return Case.objects.get(pk=case.pk)


def make_bill(case: Case | None = None, *, number: str = "6-1/26", **more: object) -> Bill:
    """A bill of the Cabinet in an invented register, its conciliation behind it."""
    given = {
        "title_ky": "Калктуу конуштардын көчө жарыгы жөнүндө",
        "title_ru": "Об уличном освещении населённых пунктов",
        "initiator_kind": Bill.Initiator.CABINET,
        "registered_on": START.date(),
        "touches": Bill.Touches.YES,
        "read_at": START,
    }
    return Bill.objects.create(source="demo", number=number, case=case, **{**given, **more})


def texts(*, changed: bool = True) -> list[File]:
    """The bill as it is read: with what was asked for article 3 taken in, or as it was."""
    pairs = ((BEFORE, ASKED), (BEFORE_KY, ASKED_KY))
    read = [DRAFT_RU, DRAFT_KY]
    if changed:
        read = [text.replace(*pair) for text, pair in zip(read, pairs, strict=True)]
    return [
        File(code, f"bill-{code}.txt", text.encode())
        for code, text in zip(("ru", "ky"), read, strict=True)
    ]
