"""The opinion of an expertise as it is signed and laid beside the other five expertises of a bill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from makul.cases.papers.words import (
    NO_BREAK,
    case_title,
    day,
    each,
    in_each,
    mark_of,
    party_name,
    provision,
    stamp_of,
)
from makul.documents.paper import (
    Block,
    Column,
    Fields,
    Heading,
    Paper,
    PaperLanguage,
    Para,
    Run,
    Signature,
    Signatures,
    Table,
    fingerprint,
)
from makul.expertise.models import Appointment, Expertise, Verdict
from makul.expertise.papers.words import kind_title, said, task_paras, texts, value_words
from makul.expertise.queries.opinion import Answered, Cost, Opinion
from makul.law.forms import phrase


def opinion_paper(
    opinion: Opinion, verdict: Verdict, *, language: PaperLanguage, now: datetime
) -> Paper:
    """The first opinion: subject, method, findings, costs, verdict, wordings, interests, signatures."""
    blocks = (
        subject(opinion, language),
        *task_blocks(opinion.expertise, language),
        *verdict_blocks(verdict, "verdict", language),
        *wording_blocks(opinion, language),
        *finding_blocks(opinion, language),
        *cost_blocks(opinion, language),
        *interest_blocks(opinion, language),
        *dissent_blocks(opinion, language),
        Para(said("nothing_binds", language, between="\n"), "note"),
        signatures(opinion, verdict, language),
    )
    return stamped("title", opinion.expertise, blocks, language=language, now=now)


def stamped(
    title: str,
    expertise: Expertise,
    blocks: tuple[Block, ...],
    *,
    language: PaperLanguage,
    now: datetime,
) -> Paper:
    case = expertise.case
    paper = Paper(
        title=said(title, language, between="\n"),
        language=language,
        blocks=blocks,
        mark=mark_of(case),
        opening=(
            said("annex", language),
            in_each({one: day(timezone.localdate(now), one) for one in each(language)}, language),
        ),
        subtitle=case_title(case, language),
    )
    return replace(paper, stamp=stamp_of(case, now=now, sha256=fingerprint(paper)))


def subject(opinion: Opinion, language: PaperLanguage) -> Fields:
    """Of what: the bill, the conciliation, the very text; who ordered it and by which method."""
    expertise = opinion.expertise
    lines = [(said("ordered_by", language), party_name(expertise.ordered_by, language))]
    if expertise.bill:
        lines.insert(0, (said("bill", language), f"№ {expertise.bill.number}"))
    if expertise.conciliation:
        lines.append((said("conciliation", language), f"№ {expertise.conciliation.number}"))
    if expertise.version:
        lines.append((said("text", language), expertise.version.blob_id))
    lines.append((said("method", language), opinion.method.edition))
    return Fields(tuple(lines))


def task_blocks(expertise: Expertise, language: PaperLanguage) -> Iterator[Block]:
    if paras := task_paras(expertise, language):
        yield Heading(1, said("task", language))
        yield from paras


def verdict_blocks(verdict: Verdict, title: str, language: PaperLanguage) -> Iterator[Block]:
    yield Heading(1, said(title, language))
    yield Para((Run(value_words(verdict.value, language), "strong"),))
    yield from texts(verdict, "reasons", language)


def wording_blocks(opinion: Opinion, language: PaperLanguage) -> Iterator[Block]:
    if not opinion.proposals:
        return
    yield Heading(1, said("proposals", language))
    for one in opinion.proposals:
        places = {code: one.place or provision(one.eid, code) for code in each(language)}
        yield Heading(2, in_each(places, language, between=" / "))
        yield from texts(one, "wording", language, style="law")
        yield from texts(one, "reason", language)


def finding_blocks(opinion: Opinion, language: PaperLanguage) -> Iterator[Block]:
    for part, asked in opinion.parts.items():
        yield Heading(1, kind_title(part, language))
        columns = (
            Column(said("question", language), 0.42),
            Column(said("answer", language), 0.16),
            Column(said("reasons", language), 0.42),
        )
        yield Table(columns, tuple(finding_row(one, opinion, language) for one in asked))


def finding_row(one: Answered, opinion: Opinion, language: PaperLanguage) -> tuple[str, ...]:
    question = in_each(dict(one.question.texts), language)
    if one.finding is None:
        return (question, said("unanswered", language), "")
    finding = one.finding
    answer = in_each(dict(opinion.method.answers[finding.answer]), language, between=" / ")
    given = {code: str(getattr(finding, f"text_{code}", "")) for code in each(language)}
    places = {code: ", ".join(provision(e, code) for e in finding.eids) for code in each(language)}
    words = [in_each(places, language) if finding.eids else "", *filter(None, given.values())]
    return (question, answer, "\n".join(word for word in words if word))


def cost_blocks(opinion: Opinion, language: PaperLanguage) -> Iterator[Block]:
    yield Heading(1, said("costs", language))
    if not opinion.costs:
        yield Para(said("not_reckoned", language, between="\n"))
        return
    for term, sums in opinion.totals.items():
        lines = [cost for cost in opinion.costs if cost.line.term == term]
        rows = [cost_row(cost, language) for cost in lines]
        whole = (sums.low_som, sums.likely_som, sums.high_som, sums.expected_som)
        bodies = str(sum(cost.line.bodies for cost in lines))
        rows.append((said("total", language), bodies, *map(amount, whole)))
        yield Heading(2, said(term, language))
        yield Table(cost_columns(language), tuple(rows))
    yield Para(said("of_all", language, between="\n"), "small")
    yield Para(in_each(dict(opinion.method.rule), language), "small")
    yield Para(opinion.method.rule_source, "small")
    if sources := source_lines(opinion, language):
        yield Heading(2, said("sources", language))
        yield Fields(tuple(sources))


def cost_columns(language: PaperLanguage) -> tuple[Column, ...]:
    money = [Column(said(key, language), 0.15, "right") for key in ("low", "likely", "high")]
    return (
        Column(said("body", language), 0.28),
        Column(said("bodies", language), 0.12, "right"),
        *money,
        Column(said("expected", language), 0.15, "right"),
    )


def cost_row(cost: Cost, language: PaperLanguage) -> tuple[str, ...]:
    of_all = cost.of_all
    sums = (of_all.low_som, of_all.likely_som, of_all.high_som, cost.expected_som)
    return (body_words(cost.line.body_kind, language), str(cost.line.bodies), *map(amount, sums))


def body_words(kind: str, language: PaperLanguage) -> str:
    words = {one: phrase("body.kind", kind, language=one) for one in each(language)}
    return in_each(words, language)


def amount(som: int) -> str:
    return f"{som:,}".replace(",", NO_BREAK)


def source_lines(opinion: Opinion, language: PaperLanguage) -> list[tuple[str, str]]:
    """Each source once, with the kinds of body it is for."""
    found: dict[str, dict[str, None]] = {}
    for cost in opinion.costs:
        given = [str(getattr(cost.line, f"source_{one}", "")) for one in each(language)]
        if told := "\n".join(text for text in given if text):
            found.setdefault(told, {})[body_words(cost.line.body_kind, language)] = None
    return [("\n".join(kinds), told) for told, kinds in found.items()]


def interest_blocks(opinion: Opinion, language: PaperLanguage) -> Iterator[Block]:
    yield Heading(1, said("declared", language))
    declared = {one.expert_id: one for one in opinion.declarations}
    lines = []
    for one in opinion.appointments:
        found = declared.get(one.expert_id)
        if found is None:
            told = said("undeclared", language)
        else:
            value = "conflict" if found.has_conflict else "none"
            told = "\n".join(filter(None, (value_words(value, language), found.text)))
        lines.append((party_name(one.expert.party, language), told))
    yield Fields(tuple(lines))


def dissent_blocks(opinion: Opinion, language: PaperLanguage) -> Iterator[Block]:
    """Word for word, in the language each was written in."""
    if not opinion.dissents:
        return
    yield Heading(1, said("dissents", language))
    for one in opinion.dissents:
        yield Heading(2, in_each({c: one.party.name(c) for c in each(language)}, language))
        yield Para(one.text, "body", one.language)


def signatures(opinion: Opinion, verdict: Verdict, language: PaperLanguage) -> Signatures:
    dissenters = {one.party_id for one in opinion.dissents}
    return Signatures(
        tuple(signature(one, verdict, dissenters, language) for one in opinion.experts)
    )


def signature(
    one: Appointment, verdict: Verdict, dissenters: set[int], language: PaperLanguage
) -> Signature:
    party = one.expert.party
    state = "joined"
    if verdict.signed_at and verdict.by.party_id == party.pk:
        state = "signed"
    elif party.pk in dissenters:
        state = "dissented"
    at = f"{timezone.localtime(verdict.signed_at):%d.%m.%Y, %H:%M}" if verdict.signed_at else ""
    told = f"{said(state, language)} {at}" if state == "signed" else said(state, language)
    return Signature(party_name(party, language), said(one.role, language), told)
