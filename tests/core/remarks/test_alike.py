"""Alike remarks are found, nothing is lost, and the order of filing does not matter."""

from __future__ import annotations

import random
import time
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from makul.core.remarks import Group, Remark, alike
from tests.core.remarks import texts

sayings = st.sampled_from([text for said in texts.KY for text in said] + ["", "!?", "ок"])
eids = st.sampled_from(["art_1", "art_1__part_2", "art_1__part_3", "art_2"])


@st.composite
def filed(draw: st.DrawFn) -> list[Remark]:
    parts = draw(st.lists(st.tuples(sayings, eids, st.sampled_from(["ky", "ru"])), max_size=25))
    return [
        Remark(f"Z-{number:02}", f"body-{number}", eid, "proposal", text, language=language)
        for number, (text, eid, language) in enumerate(parts)
    ]


@given(filed())
def test_every_remark_stands_in_exactly_one_group(remarks: list[Remark]) -> None:
    placed = Counter(key for group in alike(remarks) for key in group.members)
    assert placed == Counter(remark.key for remark in remarks)


@given(filed(), st.randoms(use_true_random=False))
def test_the_order_of_filing_does_not_matter(
    remarks: list[Remark], shuffling: random.Random
) -> None:
    shuffled = list(remarks)
    shuffling.shuffle(shuffled)
    assert alike(shuffled) == alike(remarks)


@given(filed())
def test_a_group_never_mixes_languages_or_articles_nor_what_is_under_the_threshold(
    remarks: list[Remark],
) -> None:
    by_key = {remark.key: remark for remark in remarks}
    for group in alike(remarks, threshold=0.5):
        members = [by_key[key] for key in group.members]
        assert len({(member.language, member.eid.split("__")[0]) for member in members}) == 1
        assert 0.5 <= group.likeness <= 1


def test_a_part_and_its_article_may_be_grouped_but_not_two_parts() -> None:
    def said(key: str, eid: str) -> Remark:
        return Remark(key, key, eid, "objection", "Ээсиз линиялар оңдолуп берилсин", language="ky")

    whole, part, other = said("a", "art_5"), said("b", "art_5__part_1"), said("c", "art_5__part_2")
    assert alike([whole, part]) == (Group(("a", "b"), 1.0),)
    assert alike([part, other]) == (Group(("b",), 1.0), Group(("c",), 1.0))
    point = said("d", "art_5__part_10")
    assert alike([said("e", "art_5__part_1"), point]) == (Group(("d",), 1.0), Group(("e",), 1.0))


def test_russian_letters_typed_for_kyrgyz_ones_are_the_same_word() -> None:
    right = Remark("a", "p", "art_7", "objection", "Мөөнөтү үч күн, өтө аз", language="ky")
    typed = Remark("b", "q", "art_7", "objection", "Мооноту уч кун, ото аз", language="ky")
    assert alike([right, typed])[0].members == ("a", "b")


def test_remarks_without_a_word_are_not_the_same_remark() -> None:
    blank = [Remark(key, key, "art_1", "objection", "...") for key in ("a", "b")]
    assert len(alike(blank)) == 2


def test_nothing_filed_gives_no_groups() -> None:
    assert alike([]) == ()


def test_the_topics_people_wrote_about_are_found_again() -> None:
    remarks, topics = texts.many(bodies=60, articles=8)
    groups = alike(remarks)
    assert texts.adjusted_rand(topics, groups=groups) > 0.9
    assert texts.purity(topics, groups=groups) > 0.98


def test_a_greeting_on_every_article_makes_nobody_alike() -> None:
    def filed_with(greeting: str) -> list[Remark]:
        return [
            Remark(f"{topic}-{n}", f"body-{n}", f"art_{topic}", "objection", greeting + said)
            for topic, sayings_of_topic in enumerate(texts.KY)
            for n, said in enumerate(sayings_of_topic)
        ]

    plain = {group.members for group in alike(filed_with(""))}
    assert {group.members for group in alike(filed_with(f"{texts.GREETINGS['ky'][0]} "))} == plain


def test_5280_remarks_are_grouped_in_good_time() -> None:
    """264 positions with 20 remarks each; the processor's time, as the machine may be busy."""
    remarks, _ = texts.many(bodies=264, articles=20)
    start = time.process_time()
    groups = alike(remarks)
    spent = time.process_time() - start
    assert sum(len(group.members) for group in groups) == 5280
    assert spent < 4
