"""The letters of an expertise: to the expert appointed, to whom materials are asked of, of the verdict."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from makul.expertise.models import Expertise, Verdict
from makul.law.procedures.words import name
from makul.notices.actions import Letter
from makul.notices.writing import Words, letter_to
from makul.parties.models import Party


def appointed_letter(expertise: Expertise, party: Party) -> Letter:
    """To an expert: you are appointed; declare your interests first."""
    case = expertise.case

    def words() -> Words:
        return Words(
            title=_("You are appointed as an expert: case %(number)s") % {"number": case.number},
            opening=_("A municipal expertise is ordered of:"),
            lines=[
                "",
                _("First say whether there is a conflict of interest, and which."),
                "",
            ],
            way=_("Declare your interests and read the draft here:"),
        )

    path = reverse("expertise_interests_declared", args=[case.number])
    return letter_to(party, about=case, kind="expert_appointed", path=path, words=words)


def materials_letter(expertise: Expertise, party: Party, *, text: str) -> Letter:
    """To the initiator: the experts ask for materials."""
    case = expertise.case

    def words() -> Words:
        return Words(
            title=_("The experts ask for materials: case %(number)s") % {"number": case.number},
            opening=_("In a municipal expertise materials are needed on:"),
            lines=["", text, ""],
            way=_("Hand them in here; without them the expertise goes on:"),
        )

    path = reverse("expertise_materials_given", args=[case.number])
    return letter_to(party, about=case, kind="expertise_materials", path=path, words=words)


def verdict_letter(expertise: Expertise, party: Party, verdict: Verdict) -> Letter:
    """To those who take part: the opinion, and to the one who owes an answer what is asked."""
    case = expertise.case

    def words() -> Words:
        said = name("value", verdict.value, language=(translation.get_language() or "ky")[:2])
        return Words(
            title=_("Opinion of a municipal expertise: case %(number)s") % {"number": case.number},
            opening=_("The experts have given their opinion on:"),
            lines=["", _("Verdict: %(verdict)s.") % {"verdict": said}, ""],
            way=_("The opinion as Word and PDF, and what follows:"),
        )

    path = reverse("expertise_work", args=[case.number])
    kind = f"expertise_verdict_{verdict.deliberation}"
    return letter_to(party, about=case, kind=kind, path=path, words=words)


def answered_letter(expertise: Expertise, party: Party, *, value: str) -> Letter:
    """To the experts: the initiator has answered an unfavourable opinion; deliberate again."""
    case = expertise.case

    def words() -> Words:
        said = name("value", value, language=(translation.get_language() or "ky")[:2])
        return Words(
            title=_("Second deliberation: case %(number)s") % {"number": case.number},
            opening=_("The initiator has answered your unfavourable opinion on:"),
            lines=["", _("Answer: %(answer)s.") % {"answer": said}, ""],
            way=_("Read the answer and deliberate a second time here:"),
        )

    path = reverse("expertise_second_deliberation", args=[case.number])
    return letter_to(party, about=case, kind="expertise_answered", path=path, words=words)
