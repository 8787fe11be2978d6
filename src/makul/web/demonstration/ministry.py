"""The ministry's desk in the demonstration: templates, rows given out, drafts made at once, a new version."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from makul.cases.actions.answering import (
    TemplateInput,
    assign_rows,
    draft_replies,
    keep_template,
)
from makul.cases.actions.replies import ReplyInput
from makul.cases.actions.revising import ClaimInput, claim_rows, revise_draft
from makul.cases.actions.step import StatementInput
from makul.web.demonstration import moves, settled, texts
from makul.web.demonstration.stage import Moments, Stage, post_letters


def prepared(stage: Stage, *, day: int, initiator: str) -> Moments:
    """The ministry writes down the replies it gives often."""
    now = yield stage.at(day, 9)
    for one in texts.read("templates"):
        now = yield now + timedelta(minutes=10)
        content = TemplateInput(one["name"], one["kind"], one["ky"], one["ru"])
        keep_template(content=content, actor=stage.drafter(initiator), now=now)
    return now


def given_out(stage: Stage, key: str, *, day: int, initiator: str, last: int) -> Moments:
    """The specialist takes the first rows; the last ones go to the deputy minister, one to nobody."""
    now = yield stage.at(day, 10)
    case = moves.case_of(key)
    rows = list(case.rows.order_by("number"))
    office = stage.drafter(initiator)
    head = stage.signer(initiator)
    assign_rows(case=case, rows=rows[: -last - 1], to=office, actor=office, now=now)
    assign_rows(case=case, rows=rows[-last:], to=head, actor=office, now=now)
    return now


def drafted_together(stage: Stage, key: str, *, day: int, initiator: str, count: int) -> Moments:
    """The first few rows are answered on one sheet."""
    now = yield stage.at(day, 11)
    drafts = [
        (row, ReplyInput(topic["reply"]["kind"], topic["reply"]["ky"], topic["reply"]["ru"]))
        for row, topic in list(settled.rows(key))[:count]
    ]
    actor = stage.drafter(initiator)
    draft_replies(case=moves.case_of(key), drafts=drafts, actor=actor, now=now)
    return now


def revised(stage: Stage, key: str, *, day: int, initiator: str) -> Moments:
    """A new version of the draft; an hour later the ministry says which rows it meets."""
    now = yield stage.at(day, 11)
    told: dict[str, Any] = texts.act(key)["revised"]
    content = StatementInput(
        step="revised",
        right="revise",
        text="\n\n".join(told["words"][code] for code in texts.LANGUAGES),
        language="ky",
        value="minor",
    )
    files = texts.files(f"{key}-2", texts=new_texts(key, told))
    actor = stage.signer(initiator)
    revise_draft(case=moves.case_of(key), content=content, files=files, actor=actor, now=now)
    now = yield now + timedelta(hours=1)
    rows = {row.eid: row for row in moves.case_of(key).rows.all()}
    claims = [
        ClaimInput(rows[one["eid"]], one["eid"], one["settles"])
        for one in told["claims"]
        if one["eid"] in rows
    ]
    claim_rows(case=moves.case_of(key), claims=claims, actor=actor, now=now)
    now = yield from post_letters(now)
    return now


def new_texts(key: str, told: dict[str, Any]) -> dict[str, str]:
    """The texts of the draft with the changed sentences in their places."""
    changed = {}
    for code, text in texts.act(key)["text"].items():
        for one in told["changes"]:
            before, after = one[code]
            text = text.replace(before, after)
        changed[code] = text
    return changed
