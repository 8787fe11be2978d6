"""The paper of the second deliberation: both verdicts, and the initiator's answer word for word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from makul.cases.papers.words import party_name
from makul.documents.paper import Block, Heading, Paper, PaperLanguage, Para, Run
from makul.expertise.models import Verdict
from makul.expertise.papers.opinion import signatures, stamped, subject, verdict_blocks
from makul.expertise.papers.words import said, value_words
from makul.expertise.queries.opinion import Opinion


def second_paper(
    opinion: Opinion, verdict: Verdict, *, language: PaperLanguage, now: datetime
) -> Paper:
    """The first verdict, what the initiator answered, and what the experts say of it."""
    first = opinion.verdicts[Verdict.Deliberation.FIRST]
    blocks = (
        subject(opinion, language),
        *verdict_blocks(first, "first_verdict", language),
        *answer_blocks(opinion, language),
        *verdict_blocks(verdict, "second_verdict", language),
        Para(said("nothing_binds", language, between="\n"), "note"),
        signatures(opinion, verdict, language),
    )
    return stamped("second", opinion.expertise, blocks, language=language, now=now)


def answer_blocks(opinion: Opinion, language: PaperLanguage) -> Iterator[Block]:
    yield Heading(1, said("initiators_answer", language))
    answer = opinion.answer
    if answer is None:
        yield Para(said("no_answer", language, between="\n"))
        return
    yield Para(
        (
            Run(f"{party_name(answer.party, language)}: "),
            Run(value_words(answer.value, language), "strong"),
        )
    )
    yield Para(answer.text, "body", answer.language)
