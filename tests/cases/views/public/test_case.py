"""The page of a case: its state, its way, who answered, what was missed, what the Order says."""

from datetime import timedelta

from django.utils import timezone

from makul.cases.actions.opening import Opening, open_case
from makul.cases.models import Case
from makul.cases.views.public.case import told_breaches
from makul.cases.views.public.page import Shown
from makul.drafts.models import DraftAct
from tests.cases.views.public.conftest import DAY
from tests.scene import Scene, file, notified, remark


def shown(case: Case) -> Shown:
    return Shown(None, case)  # type: ignore[arg-type]


def test_running(running, read) -> None:
    text = read(f"/cases/{running.number}/")
    assert "The bodies of local self-government are answering. 1 of 3 have answered." in text
    assert "All 3 bodies asked are counted." in text
    assert "Still within its term: 2 bodies." in text
    assert "What was not kept" not in text


def test_silent_and_not_reached_are_two_things(scene: Scene, read) -> None:
    """Two are told and say nothing for months; a third is never reached."""
    from makul.cases.actions.notifying import record_handed_over
    from makul.cases.actions.opening import set_circle
    from tests.scene import screened

    start = timezone.now() - 90 * DAY
    case = screened(scene, at=start)
    desk = scene.drafter(scene.desk)
    set_circle(case=case, bodies=scene.bodies, actor=desk, now=start)
    for party in (scene.union, *scene.bodies[:2]):
        record_handed_over(case=case, body=party, actor=desk, now=start, how="by hand")
    text = read(f"/cases/{case.number}/")
    assert "2 No opinion submitted" in text
    assert "1 Not notified" in text
    assert "Not reached by a notice: 1; these are not counted as silent." in text


def test_what_was_missed_is_a_flat_fact_with_the_sentence_of_the_order(finished, read) -> None:
    text = read(f"/cases/{finished.number}/")
    missed = "Not done within the term Conciliation meeting . demo-desk (en); the last day was"
    assert missed in text
    assert "Order, article 25; proposed" in text[text.index(missed) :]


def test_bypass_and_what_the_order_says_of_courts_only_for_by_laws(
    scene, bypassed, finished, read
) -> None:
    text = read(f"/cases/{bypassed.number}/")
    assert "The act was adopted without conciliation." in text
    assert "Before it came: Adoption of the act (demo-committee (en))." in text
    assert "a claim to check the legality of a sub-statutory normative act" in text
    assert "a claim to check" not in read(f"/cases/{finished.number}/")
    assert {one.kind for one in told_breaches(shown(bypassed))} == {"skipped", "overdue"}


def test_without_an_agreement_facts_are_not_called_breaches(scene: Scene, read) -> None:
    now = timezone.now() - 30 * DAY
    roles = {"initiator": [scene.ministry], "association": [scene.union], "lsg": scene.bodies}
    case = open_case(
        opening=Opening("law", "ordinary", "Жарык", "Свет", roles),
        actor=scene.signatory(scene.union),
        now=now,
        step="opened",
        right="open",
    )
    text = read(f"/cases/{case.number}/")
    assert "no agreement: conducted by the association alone (Order, article 41)" in text
    assert "What was not kept" not in text


def test_a_title_in_one_language_only_says_so(running, read) -> None:
    Case.objects.filter(pk=running.pk).update(title_ky="")
    text = read(f"/cases/{running.number}/", language="ky")
    assert "Об уличном освещении населённых пунктов (кыргызча" in text


def test_linked_cases_lead_to_each_other(scene, running, read) -> None:
    later = notified(scene, at=timezone.now() - timedelta(days=1))
    Case.objects.filter(pk=later.pk).update(previous=running)
    assert f'href="/cases/{running.number}/"' in read(f"/cases/{later.number}/", raw=True)
    assert f'href="/cases/{later.number}/"' in read(f"/cases/{running.number}/", raw=True)


def test_queries_do_not_grow_with_remarks(scene, running, read, django_assert_max_num_queries):
    for number, body in enumerate(scene.bodies[1:], 1):
        many = [remark(text=f"{number} {n}") for n in range(20)]
        file(scene, running, body, "not_agreed", *many, at=timezone.now() - DAY)
    with django_assert_max_num_queries(20):
        read(f"/cases/{running.number}/")


def test_what_the_initiator_says_stands_on_the_page(running, read) -> None:
    text = read(f"/cases/{running.number}/", language="ru")
    assert "Каждый айылный аймак ведёт реестр светильников." in text
    assert "Справка-обоснование 1. Цель и задачи" not in text


def test_a_summary_in_the_other_language_only_says_so(running, read) -> None:
    DraftAct.objects.filter(case=running).update(summary_ky="")
    text = read(f"/cases/{running.number}/", language="ky")
    assert "Бул тилдеги текст азырынча жок. Каждый айылный аймак" in text


def test_each_part_is_told_in_short_and_leads_to_its_page(finished, read) -> None:
    raw = read(f"/cases/{finished.number}/", raw=True)
    for page in ("text", "rows", "bodies", "outcome", "papers", "entries", "rows/1"):
        assert f'href="/cases/{finished.number}/{page}/"' in raw
    text = read(f"/cases/{finished.number}/")
    assert "Rows in all: 2. Accepted: 0; partly: 0; declined: 2; without a reply: 0." in text
    assert "Meetings and protocol Protocol of disagreements, " in text


def test_a_case_on_its_way_has_no_meeting_yet(running, read) -> None:
    text = read(f"/cases/{running.number}/")
    assert "No meeting has been called and no protocol drawn yet." in text
