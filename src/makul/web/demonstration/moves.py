"""The moves of a case that stories have in common: from the package to the protocol and beyond."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from makul.cases.actions.boarding import enter_standing_mandate
from makul.cases.actions.notifying import notify
from makul.cases.actions.opening import set_circle
from makul.cases.actions.positions import PositionInput, draft_position, file_position
from makul.cases.actions.protocols import draw_protocol, sign_protocol
from makul.cases.actions.step import take_step
from makul.cases.models import Case, Protocol
from makul.drafts.actions.preparing import (
    CostInput,
    DraftInput,
    begin_draft,
    put_paper,
    write_costs,
    write_note,
)
from makul.drafts.actions.submitting import (
    FindingInput,
    ScreeningInput,
    accept_package,
    screen_draft,
    submit_draft,
)
from makul.drafts.letters import notified_letter
from makul.drafts.models import DraftAct
from makul.law.forms import values
from makul.parties.models import Mandate
from makul.web.demonstration import texts
from makul.web.demonstration.stage import DESK, UNION, Moments, Stage, post_letters

# The board's standing mandate, invented.
MANDATE = "№ 3, 2026-01-15 (КӨРСӨТМӨ / ДЕМОНСТРАЦИЯ)"


def described(key: str) -> DraftInput:
    act = texts.act(key)
    return DraftInput(
        act_kind=act["act_kind"],
        title_ky=act["title"]["ky"],
        title_ru=act["title"]["ru"],
        summary_ky=act["summary"]["ky"],
        summary_ru=act["summary"]["ru"],
    )


def package(key: str, *, actor: Mandate, now: datetime) -> DraftAct:
    """A draft with all that article 14 of the Order asks for."""
    act = texts.act(key)
    draft = begin_draft(content=described(key), actor=actor, now=now)
    put_paper(draft=draft, kind="draft", files=texts.act_files(key), actor=actor, now=now)
    said = act["summary"]
    headings = {
        number: tuple(one[language].format(aim=said[language]) for language in ("ky", "ru"))
        for number, one in texts.read("note").items()
    }
    write_note(draft=draft, headings=headings, actor=actor, now=now)
    write_costs(draft=draft, lines=cost_lines(act), actor=actor, now=now)
    return draft


def cost_lines(act: dict[str, Any]) -> list[CostInput]:
    item = act["costs"]["item"]
    return [
        CostInput(
            body_kind=kind,
            eid=act["costs"]["eid"],
            item_ky=item["ky"],
            item_ru=item["ru"],
            bodies=bodies,
            once_som=once,
            yearly_som=yearly,
            lost_revenue_som=0,
            source_ky="көрсөтмө үчүн ойлоп чыгарылган",
            source_ru="выдумано для демонстрации",
        )
        for kind, (bodies, once, yearly) in act["costs"]["kinds"].items()
    ]


def submitted(stage: Stage, key: str, *, initiator: str, decider: str, day: int) -> Moments:
    """The ministry prepares a package and submits it the next hour. Returns by `case_of`."""
    now = yield stage.at(day, 9, 40)
    draft = package(key, actor=stage.drafter(initiator), now=now)
    now = yield stage.at(day, 10, 50)
    deciders = [stage.parties[decider]]
    submit_draft(draft=draft, deciders=deciders, actor=stage.signer(initiator), now=now)
    return now


def case_of(key: str) -> Case:
    """The case of an invented draft, as it stands now."""
    return Case.objects.get(title_ru=texts.act(key)["title"]["ru"])


def checked(stage: Stage, key: str, *, day: int, value: str = "affects") -> Moments:
    """The desk finds the package complete and, two hours later, what it touches."""
    actor, draft = stage.drafter(DESK), case_of(key).draftact
    now = yield stage.at(day, 11, 10)
    accept_package(draft=draft, actor=actor, now=now)
    now = yield stage.at(day, 13, 30)
    screen_draft(draft=draft, content=card_of(key, value=value), actor=actor, now=now)
    return now


def card_of(key: str, *, value: str) -> ScreeningInput:
    card = texts.act(key)["screening"]
    found = card.get("found", {})
    return ScreeningInput(
        value=value,
        findings=[
            FindingInput(
                kind,
                "yes" if kind in found else "no",
                eids=found.get(kind, {}).get("eids", []),
                words_ky=found.get(kind, {}).get("ky", ""),
                words_ru=found.get(kind, {}).get("ru", ""),
            )
            for kind in values("interest")
        ],
        reason_ky=card["reason"]["ky"],
        reason_ru=card["reason"]["ru"],
        circle_ky=card.get("circle", {}).get("ky", ""),
        circle_ru=card.get("circle", {}).get("ru", ""),
    )


def told(
    stage: Stage, case: Case, bodies: Iterable[str], *, day: int, actor: str = DESK
) -> Moments:
    """The circle is set, the letters are queued, and the worker delivers them."""
    now = yield stage.at(day, 11)
    by = stage.drafter(actor)
    set_circle(case=case, bodies=[stage.parties[key] for key in bodies], actor=by, now=now)
    notify(case=case, write=notified_letter, actor=by, now=now)
    now = yield from post_letters(now)
    return now


def union_says(stage: Stage, case: Case, content: PositionInput, *, now: datetime) -> None:
    """The association's opinion: drafted by its expert, by a mandate of its board, filed by its director."""
    position = draft_position(case=case, content=content, actor=stage.drafter(UNION), now=now)
    enter_standing_mandate(position=position, document=MANDATE, actor=stage.drafter(UNION), now=now)
    file_position(position=position, actor=stage.signer(UNION), now=now)


def drawn(stage: Stage, case: Case, *, day: int) -> Moments:
    now = yield stage.at(day, 15, 20)
    draw_protocol(case=case, actor=stage.drafter(DESK), now=now)
    return now


def signed(
    stage: Stage, case: Case, by: Sequence[tuple[str, int]], *, dissent: str = ""
) -> Moments:
    """Each side signs the exact bytes on its day; the association may add a dissent."""
    now = stage.at(by[0][1], 10)
    for key, day in by:
        now = yield stage.at(day, 16, 5)
        protocol = Protocol.objects.select_related("case", "version").get(case=case)
        sign_protocol(
            protocol=protocol,
            sha256=protocol.version.blob_id,
            actor=stage.signer(key),
            now=now,
            dissent=dissent if key == UNION else "",
        )
    return now


def stepped(
    stage: Stage, case: Case, step: str, *, right: str, actor: Mandate, at: datetime, to: str = ""
) -> Moments:
    """A step that is taken without more words."""
    now = yield at
    case.refresh_from_db()
    target = stage.parties[to] if to else None
    take_step(case=case, step=step, actor=actor, right=right, now=now, to=target)
    return now
