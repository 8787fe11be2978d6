"""The letters of the watch say what was noticed in the language of the association's paperwork."""

from __future__ import annotations

import pytest

from makul.bills.letters import alert_letter, many_letter
from makul.bills.models import Alert
from tests.bills.making import NOW, make_bill
from tests.scene import make_party

pytestmark = pytest.mark.django_db
OPENINGS = {
    "ky": "Мыйзам долбоорлоруна байкоо салуу төмөнкү долбоорду байкады:",
    "ru": "Наблюдение за законопроектами заметило законопроект:",
}


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_letter_of_an_alert(language: str) -> None:
    party = make_party("demo-union", "association", language=language)
    bill = make_bill()
    alert = Alert.objects.create(bill=bill, key="k", kind="no_case", raised_at=NOW)
    letter = alert_letter(alert, party)
    lines = letter.body.splitlines()
    assert (letter.language, letter.kind, letter.subject) == (
        language,
        "alert_no_case",
        bill.subject,
    )
    assert "6-1" in letter.title
    assert OPENINGS[language] in lines and bill.title(language) in lines
    assert lines[-1].endswith(f"/bills/alerts/{alert.pk}/")


def test_the_letter_of_many() -> None:
    letter = many_letter(31, make_party("demo-union", "association", language="ru"))
    assert "31" in letter.title and letter.body.splitlines()[-1].endswith("/bills/desk/")
