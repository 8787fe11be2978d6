"""The documents of a case, each version with its digest, and the note of the initiator."""


def test_documents_and_the_note_stand_on_a_page_of_their_own(running, read) -> None:
    text = read(f"/cases/{running.number}/papers/", language="ru")
    assert "Справка-обоснование 1. Цель и задачи" in text
    assert "8. Влияние на местное самоуправление" in text
    assert text.count("SHA-256") >= 1


def test_a_case_without_a_package_says_when_it_comes(empty, read) -> None:
    from makul.cases.models import Case

    bare = Case.objects.create(
        number="2026-0900",
        procedure=empty.procedure,
        edition=empty.edition,
        act_kind="law",
        opened_at=empty.opened_at,
    )
    assert "No public document yet" in read(f"/cases/{bare.number}/papers/")


def test_queries_are_constant(finished, read, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(8):
        read(f"/cases/{finished.number}/papers/")
