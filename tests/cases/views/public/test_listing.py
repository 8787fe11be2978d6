"""The list of cases: its filters, its search, its pages, its constant number of queries."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makul.cases.models import Case, Participation
from makul.cases.views.public.listing import typed


def copies(case: Case, n: int) -> None:
    """More cases of the same kind, with the same parties."""
    seats = list(case.participations.all())
    made = Case.objects.bulk_create(
        [
            Case(
                number=f"2030-{number:04}",
                procedure=case.procedure,
                edition=case.edition,
                act_kind="law",
                title_ky=f"Долбоор {number}",
                title_ru=f"Проект {number}",
                opened_at=timezone.now(),
                stage="position",
            )
            for number in range(n)
        ]
    )
    Participation.objects.bulk_create(
        Participation(case=one, party=seat.party, role=seat.role) for one in made for seat in seats
    )


def queries(read, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        read(path)
    return len(captured)


def test_queries_are_few_and_do_not_grow(running, read) -> None:
    copies(running, 5)
    few = queries(read, "/cases/")
    copies_more = [
        Case(**{**plain(one), "number": f"2031-{n:04}"}) for n, one in enumerate([running] * 95)
    ]
    Case.objects.bulk_create(copies_more)
    assert queries(read, "/cases/") == few
    assert few < 10


def plain(case: Case) -> dict[str, object]:
    names = ("procedure", "edition", "act_kind", "title_ky", "title_ru", "opened_at", "stage")
    return {name: getattr(case, name) for name in names}


def test_filters_and_their_counts(empty, finished, bypassed, read) -> None:
    def numbers(state: str) -> set[str]:
        html = read(f"/cases/?state={state}", raw=True)
        every = (empty.number, finished.number, bypassed.number)
        return {one for one in every if f'href="/cases/{one}/"' in html}

    assert numbers("") == {empty.number, finished.number, bypassed.number}
    assert numbers("open") == {empty.number, finished.number}
    assert numbers("not_agreed") == {finished.number}
    assert numbers("agreed") == set()
    assert numbers("adopted") == numbers("bypassed") == {bypassed.number}


def test_search_knows_both_languages_and_lost_letters(running, read) -> None:
    for sought in ("ОСВЕЩЕНИИ", "жарыгы көчө", "коче жарыгы", running.number, "уличном насел"):
        assert running.number in read(f"/cases/?q={sought}", raw=True), sought
    assert "Nothing found" in read("/cases/?q=пастбища")


def test_pages_of_fifty(running, read) -> None:
    copies(running, 60)
    assert read("/cases/", raw=True).count('<th scope="row">') == 50
    assert read("/cases/?page=2", raw=True).count('<th scope="row">') == 11


def test_what_is_typed_is_cleaned(rf) -> None:
    assert typed(rf.get("/", {"q": "  а\x00б\x1b"})) == "а б"
    assert len(typed(rf.get("/", {"q": "в" * 5000}))) == 100
