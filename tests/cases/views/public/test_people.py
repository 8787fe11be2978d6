"""Who was asked and what each answered; one position whole."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makul.cases.models import Participation
from tests.scene import file, make_party, remark


def test_each_body_with_its_answer(running, read) -> None:
    text = read(f"/cases/{running.number}/bodies/")
    assert "1 of 3 bodies have answered." in text
    assert text.count("its term is running") == 3  # two bodies and the association
    assert "Still within its term: 2 bodies." in text


def test_chosen_by_stance(running, read) -> None:
    html = read(f"/cases/{running.number}/bodies/?stance=not_agreed", raw=True)
    assert html.count('<th scope="row">demo-aa-') == 1


def test_queries_do_not_grow_with_bodies(running, read) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            read(f"/cases/{running.number}/bodies/")
        return len(captured)

    few = queries()
    for number in range(50):
        body = make_party(f"more-{number}", "executive", body_kind="city_raion", oblast="03")
        Participation.objects.create(case=running, party=body, role="lsg")
    assert queries() == few


def test_a_position_and_the_one_it_replaced(running, scene, read) -> None:
    former = running.positions.get()
    now = timezone.now() - timedelta(hours=1)
    text = "Экинчи пикир"
    later = file(scene, running, scene.bodies[0], "agreed_with_remarks", remark(text=text), at=now)
    page = f"/cases/{running.number}/positions"
    assert "This position was replaced by a later one" in read(f"{page}/{former.pk}/")
    shown = read(f"{page}/{later.pk}/")
    assert text in shown and "Another position of this body" in shown
    assert "head" in shown  # the office that signed, and no name


def test_a_position_of_another_case_is_not_found(running, scene, read) -> None:
    from tests.scene import notified

    other = notified(scene, at=timezone.now() - timedelta(days=1))
    read(f"/cases/{other.number}/positions/{running.positions.get().pk}/", status=404)
