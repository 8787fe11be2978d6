"""An invented bill, experts on the register, and an expertise led as far as a test needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from makul.bills.models import Bill
from makul.cases.models import Case
from makul.expertise.actions.ordering import (
    OrderInput,
    appoint_expert,
    declare_interest,
    order_expertise,
)
from makul.expertise.actions.register import ExpertInput, enter_expert
from makul.expertise.actions.verdict import sign_verdict
from makul.expertise.actions.worksheet import (
    CostInput,
    FindingInput,
    ProposalInput,
    keep_costs,
    keep_findings,
    keep_verdict,
)
from makul.expertise.models import Expert, Expertise, Verdict
from makul.expertise.queries.opinion import opinion_of, text_digest
from makul.journal.models import Entry
from makul.parties.models import Mandate, Party
from makul.parties.searching import searchable
from tests.scene import START, Scene, build_scene, make_mandate, make_party

TITLE_KY = "Муниципалдык менчиктин эсеби жөнүндө"
TITLE_RU = "Об учёте муниципальной собственности"


@dataclass
class Examination:
    """A scene with experts by number, a bill, and the expertise of it."""

    scene: Scene
    bill: Bill
    experts: list[Expert]
    expertise: Expertise
    at: datetime = START
    offices: dict[int, Mandate] = field(default_factory=dict)

    def office(self, number: int = 0) -> Mandate:
        """The expert with this number, from nought, who may sign."""
        return self.scene.signatory(self.experts[number].party)

    def later(self, days: int = 1) -> datetime:
        self.at += timedelta(days=days)
        return self.at

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=self.expertise.case_id)


def make_bill(case: Case | None = None, **more: Any) -> Bill:
    """A bill of the Cabinet that touches municipal property."""
    given = {
        "title_ky": TITLE_KY,
        "title_ru": TITLE_RU,
        "initiator_kind": Bill.Initiator.CABINET,
        "registered_on": date(2026, 9, 1),
        "touches": Bill.Touches.YES,
        "interests": ["property"],
        "read_at": START,
        "row_sha256": "0" * 64,
        "is_demonstration": True,
    }
    return Bill.objects.create(source="demo", case=case, **{"number": "6-8/26", **given, **more})


def enter_experts(scene: Scene, count: int, *, at: datetime = START) -> list[Expert]:
    """So many experts who know everything, with an office that signs and one that prepares."""
    found = []
    for number in range(1, count + 1):
        party = make_party(f"demo-expert-{number}", Party.Kind.EXPERT)
        party.name_ky, party.name_ru = f"№ {number} эксперт", f"Эксперт № {number}"
        party.search = searchable(party.name_ky, party.name_ru)
        party.save()
        for signs in (True, False):
            scene.offices[party.pk, signs] = make_mandate(party, signs=signs)
        content = ExpertInput(fields=["property", "money"], languages=["ky", "ru"])
        actor = scene.drafter(scene.desk)
        found.append(enter_expert(party=party, content=content, actor=actor, now=at))
    return found


def order_of(scene: Scene, bill: Bill | None, **more: Any) -> OrderInput:
    given: dict[str, Any] = {
        "facilitator": scene.desk,
        "bill": bill,
        "committee": scene.committee,
        "initiator": scene.ministry,
        "associations": [scene.union],
        "task_ky": "Бул канчага түшөт?",
        "task_ru": "Во сколько это обойдётся?",
    }
    return OrderInput(**given | more)


def ordered(*, experts: int = 2, at: datetime = START, **more: Any) -> Examination:
    """An expertise that the committee has ordered."""
    scene = build_scene(bodies=1)
    bill = make_bill()
    entered = enter_experts(scene, experts)
    content = order_of(scene, bill, **more)
    expertise = order_expertise(content=content, actor=scene.signatory(scene.committee), now=at)
    return Examination(scene, bill, entered, expertise, at)


def appointed(*, experts: int = 2, **more: Any) -> Examination:
    """Ordered, and all experts appointed the next day; the first one leads."""
    told = ordered(experts=experts, **more)
    now = told.later()
    for expert in told.experts:
        actor = told.scene.drafter(told.scene.desk)
        appoint_expert(expertise=told.expertise, expert=expert, actor=actor, now=now)
    return told


def declared(*, experts: int = 2, **more: Any) -> Examination:
    """All have declared that there is no conflict."""
    told = appointed(experts=experts, **more)
    now = told.later()
    for number in range(experts):
        declare(told, number, now=now)
    return told


def declare(told: Examination, number: int, *, now: datetime, conflict: str = "") -> None:
    declare_interest(
        expertise=told.expertise,
        has_conflict=bool(conflict),
        text=conflict,
        language="ky",
        actor=told.office(number),
        now=now,
    )


def filled(told: Examination) -> None:
    """Every question answered, costs of one kind of body, a wording."""
    asked = [one.question.key for one in opinion_of(told.expertise).asked]
    found = FindingInput("yes", "Ооба, ошондой.", "Да, это так.")
    actor = told.office()
    keep_findings(
        expertise=told.expertise, findings=dict.fromkeys(asked, found), actor=actor, now=told.at
    )
    line = CostInput("aiyl_small", "yearly", 3, 60_000, 90_000, 150_000, "эсеп", "расчёт")
    keep_costs(expertise=told.expertise, lines=[line], actor=actor, now=told.at)


def drafted(
    told: Examination, value: str = "not_acceptable", *, deliberation: int = 1, words: bool = True
) -> Verdict:
    """The verdict as a draft."""
    wording = ProposalInput(
        place="7-берене", wording_ky="Каражат менен.", wording_ru="Со средствами."
    )
    return keep_verdict(
        expertise=told.expertise,
        deliberation=deliberation,
        value=value,
        reasons_ky="Каражат жок.",
        reasons_ru="Средств нет.",
        proposals=[wording] if words and deliberation == 1 else [],
        actor=told.office(),
        now=told.at,
    )


def signed(told: Examination, value: str = "not_acceptable", *, deliberation: int = 1) -> Verdict:
    """The verdict signed by the one who leads."""
    verdict = drafted(told, value, deliberation=deliberation)
    return sign_verdict(
        verdict=verdict, sha256=text_digest(verdict), actor=told.office(), now=told.later()
    )


def steps(told: Examination) -> list[tuple[str, str, str]]:
    """What stands in the journal of the case: step, party, value."""
    entries = Entry.objects.filter(subject=told.case.subject).order_by("number")
    return list(entries.values_list("action", "party", "value"))
