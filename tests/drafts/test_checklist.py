"""The intake checklist as the machine fills it in."""

from __future__ import annotations

from datetime import date

import pytest

from makul.drafts.checklist import checklist
from makul.drafts.models import DraftAct
from makul.drafts.queries import with_package
from makul.parties.models import Mandate

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def said(draft: DraftAct) -> dict[str, tuple[str, bool | None]]:
    fresh = with_package(draft.pk).get()
    return {
        one.label: (one.said, one.is_there) for one in checklist(fresh, language="en", on=TODAY)
    }


def test_a_whole_package_has_all_its_lines(draft: DraftAct) -> None:
    assert said(draft) == {
        "Draft in the state language, editable": ("4 articles were read", True),
        "Draft in the official language, editable": ("4 articles were read", True),
        "Justification note, all eight sections filled in": ("8 of 8 headings", True),
        "Comparative table": ("not required", None),
        "Cost sheet": ("present", True),
        "Summary, one page, in both languages": ("in Kyrgyz, in Russian", True),
        "Questions to LSG bodies (at most five)": ("0", None),
        "Who signs the replies; mandate valid until": ("head, no last day", True),
        "Track": ("ordinary", None),
    }


def test_what_is_not_there_is_seen(draft: DraftAct) -> None:
    draft.items.all().delete()
    draft.costs.all().delete()
    draft.headings.filter(number__gt=5).delete()
    Mandate.objects.filter(party=draft.initiator).update(to_on=date(2026, 12, 31))
    DraftAct.objects.filter(pk=draft.pk).update(
        missing_language_by=date(2027, 1, 11),
        summary_ru="",
        summary_ky="",
        questions_ru="Раз?\n\nДва?",
        track="short",
        track_reason="Паводок",
    )
    found = said(draft)
    assert found["Draft in the state language, editable"][1] is None
    assert found["Cost sheet"] == ("absent", False)
    assert found["Justification note, all eight sections filled in"] == ("5 of 8 headings", False)
    assert found["Summary, one page, in both languages"] == ("no", False)
    assert found["Questions to LSG bodies (at most five)"] == ("2", None)
    assert found["Who signs the replies; mandate valid until"][0].startswith("head, until")
    assert found["Reason for the short track: harm of waiting; why not earlier"] == (
        "Паводок",
        None,
    )
