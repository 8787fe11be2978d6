"""The text of a draft with its marks: both languages, versions, what is missing, its speed."""

import time

from django.db import connection
from django.test.utils import CaptureQueriesContext

from makul.cases.models import Remark
from makul.documents.models import Provision, Version
from tests.scene import TEXTS, browser

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


def test_one_language_can_be_chosen(running, read) -> None:
    text = read(f"/cases/{running.number}/text/?show=ky")
    assert "3-берене. Жарык үчүн жооптуу адам" in text
    assert "Статья 3. Ответственный за освещение" not in text
    both = read(f"/cases/{running.number}/text/?show=other")
    assert "Статья 3. Ответственный за освещение" in both


def test_a_language_that_is_not_there_is_never_replaced(running, read) -> None:
    ky = Version.objects.get(document__subject=running.subject, language="ky")
    Provision.objects.filter(version=ky).delete()
    ky.delete()
    text = read(f"/cases/{running.number}/text/?show=ky")
    assert "There is no Kyrgyz text of this version." in text
    assert "Ответственный за освещение" not in text


def test_the_contents_count_remarks_and_keep_to_the_language_of_the_page(running, read) -> None:
    path = f"/cases/{running.number}/text/"
    assert "Статья 3. Ответственный за освещение 1 замечание" in read(path, language="ru")
    assert "3-берене. Жарык үчүн жооптуу адам 1 " in read(path, language="ky")
    assert "Article 3 1 remark" in read(path)


def test_who_may_answer_goes_from_an_article_to_a_remark_on_it(running, scene) -> None:
    path = f"/cases/{running.number}/text/"
    waiting = browser(scene.drafter(scene.bodies[1])).get(path).content.decode()
    link = f'href="/cases/{running.number}/work/position/?eid=art_3"'
    assert link in waiting
    assert browser(scene.drafter(scene.bodies[1])).get(f"/cases/{running.number}/work/position/?eid=art_3").status_code == 200  # fmt: skip
    for other in (scene.ministry, scene.union):
        assert link not in browser(scene.drafter(other)).get(path).content.decode()


def test_the_authentic_text_is_named(running, read) -> None:
    type(running).objects.filter(pk=running.pk).update(authentic_language="ru")
    text = read(f"/cases/{running.number}/text/")
    assert "Authentic is the Russian text: where the two differ, it counts." in text
