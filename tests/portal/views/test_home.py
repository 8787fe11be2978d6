"""The first page."""

from makul.cases.models import Case


def test_of_an_empty_instance(db, read) -> None:
    text = read("/")
    assert "No draft is on the way now" in text
    assert "Find a draft, an article, a remark or a body" in text


def test_shows_what_is_on_the_way_and_who_has_answered(running, bypassed, read) -> None:
    text, html = read("/"), read("/", raw=True)
    assert "Who has answered" in text
    assert f'href="/cases/{running.number}/bodies/"' in html
    assert "1 / 3" in text
    assert "adopted past conciliation 1" in text


def test_names_the_drafts_not_agreed_of_the_newest_month(finished, read) -> None:
    text, html = read("/"), read("/", raw=True)
    assert "Drafts not agreed: " in text
    assert f'href="/cases/{finished.number}/outcome/"' in html


def test_draws_what_became_of_the_remarks(finished, read) -> None:
    text = read("/")
    assert f"What became of the remarks, {finished.opened_at.year}" in text
    assert "Rows declined" in text


def test_feeds_are_found_by_readers(db, read) -> None:
    html = read("/", raw=True, language="ru")
    assert 'type="application/atom+xml" href="/feeds/cases.atom?lang=ru"' in html


def test_queries_stay_few_and_do_not_grow(finished, running, read, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        read("/")
    with django_assert_max_num_queries(17):
        read("/")
    assert Case.objects.count() == 2
