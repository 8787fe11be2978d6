"""One item in the minutes: its text, its speakers in order, opinions and dissents word for word, votes."""

from __future__ import annotations

from django.utils import timezone

from makul.cases.papers.words import party_name
from makul.documents.paper import Block, Column, Fields, Heading, PaperLanguage, Para, Run, Table
from makul.sittings.models import Ballot, Dissent, Opinion, Speech
from makul.sittings.papers.frame import (
    Fieldset,
    item_title,
    label,
    readings_said,
    said,
    word_for_word,
)
from makul.sittings.papers.words import COLUMNS, HEADINGS, PHRASES, SAID
from makul.sittings.queries.whole import ItemShown


def item_blocks(shown: ItemShown, language: PaperLanguage) -> list[Block]:
    """Everything that is recorded of an item, in the order in which it happened."""
    item = shown.item
    title = item_title(item, language).replace("\n", " / ")
    blocks: list[Block] = [Heading(1, f"{item.order}. {title}"), Fields(facts_of(shown, language))]
    if shown.speeches:
        blocks.append(Heading(2, said(HEADINGS["speeches"], language)))
        for speech in shown.speeches:
            blocks += speech_blocks(speech, language)
    for opinion in shown.released:
        blocks += opinion_blocks(opinion, language)
    if shown.ballots:
        blocks.append(Heading(2, said(HEADINGS["votes"], language)))
        blocks.append(votes_table(shown.ballots, language))
    blocks += decision_blocks(shown, language)
    for dissent in shown.dissents:
        blocks += dissent_blocks(dissent, language)
    return blocks


def facts_of(shown: ItemShown, language: PaperLanguage) -> Fieldset:
    item = shown.item
    lines: list[tuple[str, str]] = []
    if item.bill:
        lines.append(("bill", f"{item.bill.source} № {item.bill.number}"))
    if item.readings:
        lines.append(("reading", readings_said(item.readings, language)))
    if item.version:
        lines.append(("text", f"{item.version.file_name}, {item.version.blob_id[:16]}…"))
    if item.conciliation:
        lines.append(("case", item.conciliation.number))
    answer = said(SAID["yes" if item.touches_local else "no"], language)
    lines.append(("touches", f"{answer}. {item.reason}".rstrip(". ") if item.reason else answer))
    if item.was_late:
        lines.append(("late", said(SAID["yes"], language)))
    return tuple((label(key, language), words) for key, words in lines)


def speech_blocks(speech: Speech, language: PaperLanguage) -> list[Block]:
    who = ", ".join(
        part
        for part in (
            party_name(speech.party, language).replace("\n", " / ") if speech.party else "",
            speech.office,
        )
        if part
    )
    if not speech.is_given:
        refused = said(PHRASES["word_not_given"], language)
        return [Para((Run(f"{speech.order}. {who}: ", "strong"), Run(refused)))]
    head = Para((Run(f"{speech.order}. {who}", "strong"),))
    texts = {"ky": speech.text_ky, "ru": speech.text_ru}
    if speech.is_word_for_word:
        return [head, *word_for_word(texts, language)]
    return [head, *plain(texts, language)]


def plain(texts: dict[str, str], language: PaperLanguage) -> list[Block]:
    """A summary: in the languages of the paper, else in the one there is."""
    written = {code: text for code, text in texts.items() if text.strip()}
    shown = [code for code in language.split("+") if code in written] or list(written)
    return [Para(written[code], language=code) for code in shown]


def opinion_blocks(opinion: Opinion, language: PaperLanguage) -> list[Block]:
    who = party_name(opinion.association, language).replace("\n", " / ")
    at = f", {timezone.localtime(opinion.released_at):%d.%m.%Y}" if opinion.released_at else ""
    return [
        Heading(2, said(HEADINGS["opinion"], language)),
        Para((Run(f"{who}{at}", "strong"),)),
        *word_for_word({"ky": opinion.text_ky, "ru": opinion.text_ru}, language),
    ]


def votes_table(ballots: list[Ballot], language: PaperLanguage) -> Table:
    columns = (
        Column(said(COLUMNS["vote"], language), 0.44),
        *(
            Column(said(COLUMNS[key], language), 0.13, "right")
            for key in ("for", "against", "abstained")
        ),
        Column(said(COLUMNS["carried"], language), 0.17),
    )
    return Table(columns, tuple(vote_line(one, language) for one in ballots))


def vote_line(one: Ballot, language: PaperLanguage) -> tuple[str, ...]:
    words = {code: text for code, text in (("ky", one.words_ky), ("ru", one.words_ru)) if text}
    what = "\n".join(dict.fromkeys(words.get(c, "") for c in language.split("+"))).strip()
    what = what or next(iter(words.values()), "") or said(PHRASES["whole"], language)
    if one.reading:
        what = f"{readings_said(str(one.reading), language)}: {what}"
    return (
        what,
        str(one.votes_for),
        str(one.votes_against),
        str(one.abstained),
        said(SAID["yes" if one.is_carried else "no"], language),
    )


def decision_blocks(shown: ItemShown, language: PaperLanguage) -> list[Block]:
    texts = {"ky": shown.item.decision_ky, "ru": shown.item.decision_ru}
    head = Heading(2, said(HEADINGS["decision"], language))
    if not any(texts.values()):
        return [head, Para(said(PHRASES["not_recorded"], language))]
    return [head, *plain(texts, language)]


def dissent_blocks(dissent: Dissent, language: PaperLanguage) -> list[Block]:
    """In a block of its own, in the language in which it was handed in, not a letter changed."""
    who = party_name(dissent.party, language).replace("\n", " / ") if dissent.party else ""
    named = ", ".join(part for part in (who, dissent.office) if part)
    return [
        Heading(2, said(HEADINGS["dissent"], language)),
        Para((Run(f"{named}, {timezone.localtime(dissent.at):%d.%m.%Y}", "strong"),)),
        *word_for_word({dissent.language: dissent.text}, language),
    ]
