"""After a new version of the draft: which rows it touches, which of them the ministry says it meets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.cases.actions.revising import claim_rows
from makul.cases.forms.revising import CHANGES, NOT, SETTLES, WHOLE, ClaimsForm, Touched
from makul.cases.models import Row
from makul.cases.queries.provisions import SAID
from makul.cases.queries.revisions import (
    Revision,
    claimed,
    revision_of,
    suggested_eid,
)
from makul.cases.views.work.page import Work, address, language, work_page
from makul.core.provisions.labels import label


@work_page("revise")
def revision_rows(work: Work) -> HttpResponse:
    """The rows whose provision was changed, each beside the change; the others below them."""
    revision = revision_of(work.case, language())
    if revision is None:
        return work.show("replies_revision.html", {"revision": None})
    rows = list(work.case.rows.filter(is_dropped=False).order_by("number"))
    touched = touched_rows(work, revision, rows)
    form = ClaimsForm(work.data, touched=touched, places=places(revision))
    if work.is_post and work.attempt(form, lambda: claim(work, form)):
        n = form.result or 0
        said = ngettext(
            "It is on record that the new version meets %(n)s row; its authors are told.",
            "It is on record that the new version meets %(n)s rows; their authors are told.",
            n,
        )
        return work.done(said % {"n": n}, to=work.url("replies_desk"))
    values: dict[str, Any] = {
        "revision": revision,
        "lines": [
            {"row": one.row, "how": how, "eid": eid, "changes": revision.touched(one.row)}
            for one, how, eid in form.by_row
        ],
        "others": len(rows) - len(touched),
        "shows_all": shows_all(work),
        "text": text_of(work, revision),
        "versions": address("case_versions", work.case.number),
        "may_act": work.may("revise"),
    }
    return work.show("replies_revision.html", values, form=form)


def claim(work: Work, form: ClaimsForm) -> int:
    return claim_rows(case=work.case, claims=form.claims, actor=work.actor, now=work.now)


def shows_all(work: Work) -> bool:
    """Whether rows whose provision did not change are wanted too."""
    return work.request.GET.get("all") == "1"


def touched_rows(work: Work, revision: Revision, rows: Sequence[Row]) -> list[Touched]:
    """The rows the change touches and those claimed before, each with the likely place of the answer."""
    before = claimed(work.case, revision.version)
    known = {one.eid for one in revision.provisions}
    found = []
    for row in rows:
        changes, former = revision.touched(row) if row.eid else [], before.get(row.pk)
        if not (changes or former or shows_all(work)):
            continue
        eid = former.eid if former else suggested_eid(changes, row)
        how = (SETTLES if former.is_settling else CHANGES) if former else NOT
        found.append(Touched(row, eid if eid in known else "", how))
    return found


def places(revision: Revision) -> list[tuple[str, str]]:
    """The provisions of the new version, in words."""
    said = [
        (one.eid, label(one.eid, language=language()))
        for one in revision.provisions
        if one.kind in SAID and one.eid
    ]
    return [(WHOLE, _("The whole draft")), *said]


def text_of(work: Work, revision: Revision) -> str:
    """Where the new version is read whole."""
    path = address("case_text", work.case.number)
    return f"{path}?version={revision.version.number}" if path else ""
