"""The text of a draft with its marks: both languages, versions, what is missing, its speed."""

import time

from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.cases.models import Remark
from makul.documents.models import Provision, Version
from tests.scene import TEXTS

ARTICLES, REMARKS = 200, 1000


def test_both_languages_with_the_marks_beside_them(running, read) -> None:
    text, html = (
        read(f"/cases/{running.number}/text/"),
        read(f"/cases/{running.number}/text/", raw=True),
    )
    assert "Статья 3. Ответственный за освещение" in text
    assert "3-берене. Жарык үчүн жооптуу адам" in text
    assert f'href="/cases/{running.number}/rows/?eid=art_3__part_1&amp;kind=objection"' in html
    assert 'id="art_3"' in html and 'id="art_3__part_1"' in html


def test_a_missing_language_is_said(running, read) -> None:
    ky = Version.objects.get(document__subject=running.subject, language="ky")
    Provision.objects.filter(version=ky, eid__startswith="art_2").delete()
    path = f"/cases/{running.number}/text/"
    assert "There is no text of this provision in this language." in read(path)
    Provision.objects.filter(version=ky).delete()
    ky.delete()
    assert "There is no Kyrgyz text of this version." in read(path)


def test_an_earlier_version_can_be_read(running, scene, read) -> None:
    from makul.documents.models import Document
    from makul.documents.storing import store_versions

    document = Document.objects.get(subject=running.subject, kind="draft")
    store_versions(document, files=TEXTS[:1], number=2, now=running.opened_at)
    path = f"/cases/{running.number}/text/"
    assert "There is no Kyrgyz text of this version." in read(path)
    assert "This is an earlier version" in read(f"{path}?version=1")


def test_what_a_body_typed_cannot_become_markup(running, read) -> None:
    Provision.objects.filter(eid="art_1").update(heading="<b>x</b>", text="<script>x</script>")
    html = read(f"/cases/{running.number}/text/", raw=True)
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_two_hundred_articles_and_a_thousand_remarks(running, read) -> None:
    """Fewer than 15 queries, and well under a second even on a machine that does other work."""
    grow(running)
    path = f"/cases/{running.number}/text/"
    read(path)
    with CaptureQueriesContext(connection) as captured:
        start = time.perf_counter()
        read(path, raw=True)
        seconds = time.perf_counter() - start
    assert len(captured) < 15
    assert seconds < 0.6


def grow(case) -> None:
    """Make the act long and its remarks many."""
    for version in Version.objects.filter(document__subject=case.subject):
        Provision.objects.bulk_create(
            Provision(
                version=version,
                order=100 + 10 * n + part,
                eid=f"art_{n}__part_{part}" if part else f"art_{n}",
                kind="part" if part else "article",
                number=str(part or n),
                heading="" if part else "Предмет",
                text="Орган ведёт реестр светильников и обновляет его. " * 3 if part else "",
            )
            for n in range(10, 10 + ARTICLES)
            for part in range(4)
        )
    position = case.positions.get(state="filed")
    Remark.objects.bulk_create(
        Remark(
            position=position,
            order=10 + n,
            eid=f"art_{10 + n % ARTICLES}__part_{1 + n % 3}",
            kind="objection" if n % 2 else "proposal",
            text=f"Сын-пикир {n}",
        )
        for n in range(REMARKS)
    )
