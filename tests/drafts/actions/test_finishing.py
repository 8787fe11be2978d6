"""Who decides, what is taken out again, the way to the signatory, the second try after a return."""

from __future__ import annotations

from datetime import datetime

import pytest

from makul.cases.models import Case
from makul.core.errors import BadInput, NotAllowed
from makul.documents.storing import File
from makul.drafts.actions.finishing import ask_signature, begin_again, name_deciders, remove_paper
from makul.drafts.actions.preparing import put_paper
from makul.drafts.actions.submitting import return_package
from makul.drafts.models import DraftAct
from makul.drafts.queries import missing_papers, texts_of
from makul.journal.models import Entry
from tests.scene import Scene

pytestmark = pytest.mark.django_db


def test_deciders_keep_their_order(scene: Scene, draft: DraftAct, at: datetime) -> None:
    actor, both = scene.drafter(scene.ministry), [scene.panel, scene.committee, scene.panel]
    name_deciders(draft=draft, deciders=both, actor=actor, now=at)
    assert [one.party for one in draft.deciders.all()] == [scene.panel, scene.committee]
    with pytest.raises(BadInput, match="no_decider"):
        name_deciders(draft=draft, deciders=[], actor=actor, now=at)


def test_a_paper_taken_out_stays_with_its_author(
    scene: Scene, draft: DraftAct, at: datetime
) -> None:
    actor = scene.drafter(scene.ministry)
    file = File("ru", "письмо.txt", "Письмо".encode())
    item = put_paper(draft=draft, kind="attachment", files=[file], actor=actor, now=at)
    with pytest.raises(NotAllowed):
        remove_paper(item=item, actor=scene.drafter(scene.union), now=at)
    remove_paper(item=item, actor=actor, now=at)
    item.document.refresh_from_db()
    assert (draft.items.filter(kind="attachment").exists(), item.document.is_public) == (
        False,
        False,
    )


def test_a_whole_package_goes_to_the_signatory_once(
    scene: Scene, draft: DraftAct, at: datetime
) -> None:
    actor = scene.drafter(scene.ministry)
    for _ in range(2):
        ask_signature(draft=draft, actor=actor, now=at)
    assert (draft.ready_at, draft.ready_by) == (at, actor)
    assert Entry.objects.filter(action="signature_asked").count() == 1


def test_an_unfinished_one_does_not(scene: Scene, draft: DraftAct, at: datetime) -> None:
    actor = scene.drafter(scene.ministry)
    draft.deciders.all().delete()
    with pytest.raises(BadInput, match="no_decider"):
        ask_signature(draft=draft, actor=actor, now=at)
    draft.headings.filter(number=8).delete()
    with pytest.raises(BadInput, match="package_incomplete"):
        ask_signature(draft=draft, actor=actor, now=at)


def test_a_returned_package_begins_again_whole(scene: Scene, case: Case, at: datetime) -> None:
    desk, actor = scene.drafter(scene.desk), scene.drafter(scene.ministry)
    with pytest.raises(BadInput, match="not_returned"):
        begin_again(former=case.draftact, actor=actor, now=at)
    return_package(draft=case.draftact, defects="Нет сумм", language="ru", actor=desk, now=at)
    former = DraftAct.objects.select_related("case").get(pk=case.draftact.pk)
    made = [begin_again(former=former, actor=actor, now=at) for _ in range(2)]
    assert (made[0], made[0].previous, made[0].case) == (made[1], case, None)
    assert (missing_papers(made[0]), set(texts_of(made[0]))) == ([], {"ky", "ru"})
    assert texts_of(made[0])["ru"].provisions.count() == texts_of(former)["ru"].provisions.count()
    with pytest.raises(NotAllowed):
        begin_again(former=former, actor=scene.drafter(scene.union), now=at)
