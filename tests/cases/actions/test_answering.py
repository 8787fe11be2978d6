"""The ministry's desk: rows given to colleagues, templates of the house, many drafts at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from makul.cases.actions.answering import (
    TemplateInput,
    assign_rows,
    draft_replies,
    drop_template,
    keep_template,
)
from makul.cases.actions.replies import ReplyInput
from makul.cases.actions.rows import place_rest
from makul.cases.models import Assignment, Case, Reply, ReplyTemplate
from makul.core.errors import BadInput, NotAllowed
from makul.journal.models import Entry
from tests.scene import START, Scene, build_scene, file, make_mandate, notified, remark

pytestmark = pytest.mark.django_db
NOW = START + timedelta(days=35)
WORDS = TemplateInput("Минфин", "partly", "{article}: эсептелет", "{article}: считается")


@pytest.fixture
def scene() -> Scene:
    return build_scene(bodies=1)


@pytest.fixture
def case(scene: Scene) -> Case:
    """One body, three objections, each in a row of its own."""
    case = notified(scene)
    file(scene, case, scene.bodies[0], "not_agreed", remark(), remark("art_2"), remark("art_4"))
    place_rest(case=case, actor=scene.drafter(scene.union), now=NOW)
    return case


def test_rows_are_given_out_given_anew_and_taken_back(scene: Scene, case: Case) -> None:
    mine, head = scene.drafter(scene.ministry), scene.signatory(scene.ministry)
    rows = list(case.rows.order_by("number"))
    entries = Entry.objects.count()
    assert assign_rows(case=case, rows=rows, to=mine, actor=mine, now=NOW) == 3
    assign_rows(case=case, rows=rows[1:], to=head, actor=mine, now=NOW)
    assign_rows(case=case, rows=rows[2:], to=None, actor=head, now=NOW)
    assert dict(Assignment.objects.values_list("row__number", "mandate")) == {
        1: mine.pk,
        2: head.pk,
    }
    assert Entry.objects.count() == entries


def test_nobody_outside_the_house_is_given_a_row(scene: Scene, case: Case) -> None:
    mine, rows = scene.drafter(scene.ministry), list(case.rows.all())
    ended = make_mandate(scene.ministry, signs=False, to_on=NOW.date() - timedelta(days=1))
    for other in (scene.drafter(scene.union), ended):
        with pytest.raises(BadInput) as refused:
            assign_rows(case=case, rows=rows, to=other, actor=mine, now=NOW)
        assert refused.value.code == "not_a_colleague"
    with pytest.raises(NotAllowed) as denied:
        union = scene.drafter(scene.union)
        assign_rows(case=case, rows=rows, to=union, actor=union, now=NOW)
    assert (denied.value.code, Assignment.objects.count()) == ("wrong_role", 0)


def test_at_least_one_row_of_this_case_is_ticked(scene: Scene, case: Case) -> None:
    mine = scene.drafter(scene.ministry)
    other = notified(scene)
    file(scene, other, scene.bodies[0], "not_agreed", remark())
    place_rest(case=other, actor=scene.drafter(scene.union), now=NOW)
    for rows, code in (([], "no_row_ticked"), (list(other.rows.all()), "not_a_row_here")):
        with pytest.raises(BadInput) as refused:
            assign_rows(case=case, rows=rows, to=mine, actor=mine, now=NOW)
        assert refused.value.code == code


def test_many_drafts_are_one_entry(scene: Scene, case: Case) -> None:
    mine = scene.drafter(scene.ministry)
    drafts = [(row, ReplyInput("partly", f"{row.number}-сап")) for row in case.rows.all()]
    assert draft_replies(case=case, drafts=drafts, actor=mine, now=NOW) == 3
    entry = Entry.objects.get(subject=case.subject, action="replies_drafted")
    assert (entry.value, sorted(entry.data["rows"])) == ("3", ["1", "2", "3"])
    assert "сап" not in str(entry.data)


def test_all_are_kept_or_none(scene: Scene, case: Case) -> None:
    first, second, _third = case.rows.order_by("number")
    drafts = [(first, ReplyInput("accepted")), (second, ReplyInput("declined"))]
    with pytest.raises(BadInput) as refused:
        draft_replies(case=case, drafts=drafts, actor=scene.drafter(scene.ministry), now=NOW)
    assert (refused.value.code, Reply.objects.count()) == ("no_reason", 0)


def test_a_template_is_made_changed_and_thrown_away_by_its_house(scene: Scene) -> None:
    mine = scene.drafter(scene.ministry)
    template = keep_template(content=WORDS, actor=mine, now=NOW)
    changed = TemplateInput(" Минфинге ", "declined", "Жок")
    keep_template(content=changed, actor=mine, now=NOW, template=template)
    template.refresh_from_db()
    assert (template.name, template.kind, template.text_ru) == ("Минфинге", "declined", "")
    for act in (
        lambda: keep_template(content=WORDS, actor=scene.drafter(scene.union), now=NOW),
        lambda: drop_template(template=template, actor=scene.drafter(scene.desk), now=NOW),
    ):
        with pytest.raises(NotAllowed):
            act()
    drop_template(template=template, actor=scene.signatory(scene.ministry), now=NOW)
    assert ReplyTemplate.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (WORDS, "template_name_taken"),
        (TemplateInput("Бош", "partly", " "), "no_template_words"),
        (TemplateInput("Жок", "unanswered", "Сөз"), "unknown_reply"),
    ],
)
def test_a_template_has_a_name_of_its_own_a_kind_and_words(
    scene: Scene, content: TemplateInput, code: str
) -> None:
    mine = scene.drafter(scene.ministry)
    keep_template(content=WORDS, actor=mine, now=NOW)
    with pytest.raises(BadInput) as refused:
        keep_template(content=content, actor=mine, now=NOW)
    assert refused.value.code == code
