"""The way of a case in words."""

from django.utils import translation

from makul.cases.models import Case
from makul.cases.views.public.page import Shown
from makul.cases.views.public.timeline import local, timeline


def way(case: Case) -> dict[str, dict]:
    with translation.override("en"):
        return {one["title"]: one for one in timeline(Shown(None, case))}  # type: ignore[arg-type]


def test_done_now_and_to_come(running) -> None:
    told = way(running)
    states = {title: one["state"] for title, one in told.items()}
    assert states["Submission of the draft"] == states["Notice"] == "done"
    assert states["Position of an LSG body"] == "now"
    assert states["Protocol"] == "todo"
    assert told["Position of an LSG body"]["who"] == "1 of 3"
    assert told["Notice"]["last_day"] is not None
    assert told["Protocol"]["last_day"] > told["Position of an LSG body"]["last_day"]


def test_what_was_jumped_over_is_skipped(bypassed) -> None:
    states = {title: one["state"] for title, one in way(bypassed).items()}
    assert states["Protocol"] == states["Forwarding to the decider"] == "skipped"
    assert states["Acceptance of the package"] == "late"
    assert states["Adoption of the act"] == "done"


def test_the_association_is_quoted(finished) -> None:
    assert way(finished)["Position of the association"]["note"] == "Not agreed"


def test_moments_of_the_judge_get_their_zone(running) -> None:
    assert local(None) is None
    assert local(running.opened_at) == running.opened_at
    assert local(running.opened_at.replace(tzinfo=None)).tzinfo is not None
