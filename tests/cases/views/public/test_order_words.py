"""Sentences of the Order with the terms of the case put in."""

from makul.cases.views.public.order_words import sentences, terms_of
from makul.law.procedures import procedure


def test_a_proposed_sentence_has_no_basis_and_a_cited_one_has() -> None:
    found = sentences(["transition.1", "consequence.court.term"], procedure(), language="en")
    assert [one.basis for one in found] == ["", "Administrative Procedure Code, art. 110(4)"]
    assert [one.article for one in found] == [41, 38]


def test_the_terms_of_an_agreement_are_printed() -> None:
    own = procedure("npa", terms={"position": {"ordinary": 20}})
    assert terms_of(own)["position"].ordinary == 20
    step = sentences(["step.position.term"], own, language="en")
    assert "20 working days" in step[0].text


def test_an_unknown_sentence_is_left_out() -> None:
    assert sentences(["no.such"], procedure(), language="en") == []
