"""The table of remarks and replies: before and after the association filed, filtered, as CSV."""

import csv
import io

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from makul.cases.models import Case, Remark, Row, RowRemark
from makul.cases.views.public.rows import safe


def more_rows(case: Case, n: int, *, first: int = 100) -> None:
    """Rows with one remark each."""
    position = case.positions.filter(state="filed").first()
    author = case.rows.first().author
    for number in range(first, first + n):
        remark = Remark.objects.create(
            position=position, order=number, eid="art_1", kind="proposal", text=f"Сунуш {number}"
        )
        row = Row.objects.create(
            case=case, number=number, eid="art_1", kind="proposal", author=author, text_ky="Сунуш"
        )
        RowRemark.objects.create(row=row, remark=remark)


def test_before_the_association_files_remarks_stand_one_by_one(running, read) -> None:
    text = read(f"/cases/{running.number}/rows/")
    assert "The association has not filed its opinion yet" in text
    assert "Remarks filed: 1" in text
    assert "demo-aa-01 (en)" in text


def test_rows_with_those_behind_them_and_the_reply(finished, read) -> None:
    text, html = (read(f"/cases/{finished.number}/rows/", raw=raw) for raw in (False, True))
    assert "Rows in all: 2. Accepted: 0; partly: 0; declined: 2; without a reply: 0." in text
    assert "Behind the row: 1 body demo-aa-01 (en)" in text
    assert "Негиздемеси Обоснование" in text
    assert 'id="row-1"' in html and 'id="row-2"' in html


def test_a_reply_that_is_only_drafted_is_not_shown(finished, read) -> None:
    row = finished.rows.get(number=1)
    row.reply.published_at = None
    row.reply.text_ky = "Жашыруун сөз"
    row.reply.save()
    page = f"/cases/{finished.number}/rows/"
    assert "Жашыруун сөз" not in read(page)
    assert "Жашыруун сөз" not in read(f"/cases/{finished.number}/rows.csv", raw=True)


def test_filters(finished, read) -> None:
    def shown(query: str) -> list[str]:
        html = read(f"/cases/{finished.number}/rows/?{query}", raw=True)
        return [number for number in ("1", "2") if f'id="row-{number}"' in html]

    by_eid = {row.eid: str(row.number) for row in finished.rows.all()}
    assert shown("eid=art_2") == [by_eid["art_2"]]
    assert shown("eid=art_3") == [by_eid["art_3__part_1"]]
    assert shown("kind=objection&reply=declined&state=unsettled") == ["1", "2"]
    assert shown("reply=accepted") == shown("state=settled") == shown("kind=proposal") == []


def test_a_link_to_a_row_leads_to_its_page(finished, read) -> None:
    more_rows(finished, 60)
    assert 'id="row-150"' in read(f"/cases/{finished.number}/rows/?row=150", raw=True)
    assert 'id="row-150"' not in read(f"/cases/{finished.number}/rows/", raw=True)


def test_the_minority_stands_in_its_own_part(finished, read) -> None:
    finished.rows.filter(number=2).update(is_minority=True)
    text = read(f"/cases/{finished.number}/rows/")
    assert text.index("Row 1") < text.index("Opinions of the minority") < text.index("Row 2")


def test_queries_do_not_grow(finished, read) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            read(f"/cases/{finished.number}/rows/")
        return len(captured)

    more_rows(finished, 3)
    few = queries()
    more_rows(finished, 30, first=200)
    assert queries() == few


def test_csv_holds_every_row_for_a_spreadsheet(finished, db) -> None:
    response = Client().get(f"/cases/{finished.number}/rows.csv?lang=ru")
    assert response.content.startswith("\ufeff".encode())
    table = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row[0] for row in table] == ["№", "1", "2"]
    assert table[1][7:9] == ["1", "demo-aa-01 (ru)"]
    assert table[1][11] == "не учтено"


def test_no_cell_is_taken_for_a_formula() -> None:
    assert [safe(cell) for cell in ("=1+1", "-5", "жок", 7, None)] == [
        "'=1+1",
        "'-5",
        "жок",
        7,
        None,
    ]


def test_a_row_stands_at_an_address_of_its_own(finished, read) -> None:
    text = read(f"/cases/{finished.number}/rows/1/")
    assert "Row 1" in text
    assert "All rows: 2" in text
    assert f'href="/cases/{finished.number}/rows/2/"' in read(
        f"/cases/{finished.number}/rows/1/", raw=True
    )


def test_a_row_that_is_not_there_or_not_open_is_not_found(finished, running, read) -> None:
    read(f"/cases/{finished.number}/rows/99/", status=404)
    read(f"/cases/{running.number}/rows/1/", status=404)
