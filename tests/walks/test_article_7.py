"""The walk of article 7: a draft law goes from submission to the comparison through the pages alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from django.utils import timezone

from makul.cases.models import Case
from makul.cases.queries.judging import status_of
from makul.core import journal
from makul.journal.queries import export_lines
from makul.parties.models import Party
from tests.walks import conciliation, lighting, outcome, submission
from tests.walks.clock import Clock
from tests.walks.conftest import Office
from tests.walks.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def answer(body: Party, remark: str, name: str) -> Callable[[Walk], None]:
    return partial(conciliation.answer, body=body, remark=remark, name=name)


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_article_7(language: str, office: Office, tmp_path: Path, clock: Clock) -> None:
    walk = Walk.begin(language, office, tmp_path, clock)
    first, second, _silent = walk.scene.bodies
    for days, step in (
        (0, submission.prepare),
        (0, submission.submit),
        (1, submission.take_in),
        (1, submission.tell),
        (2, answer(first, lighting.ON_TERM[language], "first")),
        (3, answer(second, lighting.ON_TERM_TOO[language], "second")),
        (2, conciliation.merge),
        (0, conciliation.consolidate),
        (5, conciliation.reply),
        (1, conciliation.invite),
        (6, conciliation.meet),
        (1, conciliation.draw),
        (1, conciliation.sign),
        (1, outcome.waive),
        (1, outcome.forward),
        (10, outcome.consider),
        (1, outcome.adopt),
        (1, outcome.compare),
        (0, outcome.look_back),
    ):
        walk.later(days)
        step(walk)
    status = status_of(Case.objects.get(), today=timezone.localdate())
    assert (status.outcome, status.closed, status.breaches) == ("adopted", True, ())
    assert journal.verify(export_lines()).broken == []
