"""Drafts the opinion for the minutes and the note to speak from, out of what the conciliation holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from makul.bills.papers.opinion import grounds_of, noticed
from makul.cases.models import Case, Position, Row
from makul.cases.papers.protocol import initiator_words, lsg_words
from makul.cases.papers.words import NOT_READY, provision, sums
from makul.cases.queries.costs import Reckoning, reckonings_of
from makul.cases.queries.judging import unsettled_rows
from makul.cases.queries.table import TableRow, table_of
from makul.core.provisions.language import language_of
from makul.documents.paper import Para, plain
from makul.law.forms import phrase
from makul.parties.models import Party
from makul.sittings.models import AgendaItem
from makul.sittings.papers.words import NOTE, OPINION, SAID

MOST_ROWS = 4  # written out one by one; the others are named by number, to keep to one page
SPOKEN_ROWS = 3
LANGUAGES = ("ky", "ru")


@dataclass(frozen=True, slots=True)
class Drafted:
    """An opinion drawn up ready in both languages, to be read, changed and released."""

    stance: str
    texts: dict[str, str]
    notes: dict[str, str]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of an item for an association: its position, the rows, who stands behind, the cost."""

    item: AgendaItem
    association: Party
    position: Position | None
    stances: Counter[str]
    asked: int
    rows: list[TableRow]
    costs: list[Reckoning]

    @property
    def case(self) -> Case | None:
        return self.item.conciliation


def drafted_opinion(item: AgendaItem, association: Party) -> Drafted:
    """The opinion and the note, from the conciliation; where there was none, from the bill alone."""
    ground = ground_of(item, association)
    return Drafted(
        stance=ground.position.stance if ground.position else "",
        texts={code: opinion_text(ground, code) for code in LANGUAGES},
        notes={code: speaking_note(ground, code) for code in LANGUAGES},
        rows=[one.row for one in ground.rows],
    )


def ground_of(item: AgendaItem, association: Party) -> Ground:
    """Read from the case (seven queries)."""
    case = item.conciliation
    if case is None:
        return Ground(item, association, None, Counter(), 0, [], [])
    filed = list(case.positions.filter(state=Position.State.FILED).select_related("party"))
    bodies = set(case.participations.filter(role="lsg").values_list("party_id", flat=True))
    rows = table_of(case, unsettled_rows(case).order_by("number"), is_reply_term_over=True)
    return Ground(
        item=item,
        association=association,
        position=next((one for one in filed if one.party_id == association.pk), None),
        stances=Counter(one.stance for one in filed if one.party_id in bodies),
        asked=len(bodies),
        rows=sorted(rows, key=lambda one: (-len(one.parties), one.row.number)),
        costs=reckonings_of(case),
    )


def opinion_text(ground: Ground, language: str) -> str:
    """The opinion: position, who stands behind it, unsettled rows in both wordings, costs, request."""
    parts = [
        opening(ground, language),
        *watched(ground, language),
        *position_said(ground, language),
        *behind_said(ground, language),
        *rows_said(ground, language),
        *costs_said(ground, language),
        OPINION["request"][language],
    ]
    return "\n\n".join(parts)


def speaking_note(ground: Ground, language: str) -> str:
    """What is read aloud in about two minutes: the position, the main rows, the cost, the request."""
    said = NOTE
    title = title_of(ground.item, language)
    parts = [said["greeting"][language], said["matter"][language].format(title=title)]
    parts += [*position_spoken(ground, language), *behind_said(ground, language)]
    parts += [row_spoken(one, language) for one in ground.rows[:SPOKEN_ROWS]]
    if len(ground.rows) > SPOKEN_ROWS:
        parts.append(said["more"][language].format(n=len(ground.rows) - SPOKEN_ROWS))
    parts += [*costs_said(ground, language), said["request"][language], said["thanks"][language]]
    return "\n\n".join(parts)


def row_spoken(one: TableRow, language: str) -> str:
    """The row in a sentence or two; a wording that is lacking in the language is left to the paper."""
    place, lsg = provision(one.row.eid, language), lsg_words(one, language)
    key = "row_written" if lsg == NOT_READY[language] else "row"
    return NOTE[key][language].format(place=place, lsg=clipped(lsg))


def title_of(item: AgendaItem, language: str) -> str:
    return item.title(language) or SAID["no_title"][language]


def opening(ground: Ground, language: str) -> str:
    title = title_of(ground.item, language)
    if ground.case is None:
        return OPINION["no_case"][language].format(title=title)
    return OPINION["case"][language].format(title=title, number=ground.case.number)


def watched(ground: Ground, language: str) -> list[str]:
    """Where nothing was conciliated: which interests the bill touches, what the watch noticed, the grounds.

    The same words stand in the opinion that the watch drew up ready.
    """
    bill = ground.item.bill
    if ground.case is not None or bill is None:
        return []
    parts = []
    if bill.interests:
        kinds = ", ".join(phrase("interest", one, language=language) for one in bill.interests)
        parts.append(OPINION["interests"][language].format(kinds=kinds))
    alert = bill.alerts.select_related("event", "bill").order_by("-raised_at", "-pk").first()
    if alert:
        grounds = [one for one in grounds_of(alert, language) if isinstance(one, Para)]
        parts += [noticed(alert, language), *(plain(one.words) for one in grounds)]
    return parts


def position_said(ground: Ground, language: str) -> list[str]:
    """The stance and the summary, of which each paragraph goes where its language is read.

    One field often holds both languages, one below the other; none is put in the other's place.
    """
    position = ground.position
    if position is None:
        return [] if ground.case is None else [OPINION["no_position"][language]]
    stance = phrase("stance", position.stance, language=language)
    lines = [OPINION["position"][language].format(stance=stance)]
    paragraphs = [text.strip() for text in position.summary.splitlines() if text.strip()]
    lines += [text for text in paragraphs if language_of([text]) == language]
    return ["\n".join(lines)]


def position_spoken(ground: Ground, language: str) -> list[str]:
    if ground.position is None:
        return [NOTE["no_case"][language]] if ground.case is None else []
    stance = phrase("stance", ground.position.stance, language=language)
    return [NOTE["position"][language].format(stance=stance)]


def behind_said(ground: Ground, language: str) -> list[str]:
    """How many bodies were asked, how many answered and how."""
    if not ground.asked:
        return []
    answered = sum(ground.stances.values())
    split = ", ".join(
        f"{phrase('stance', stance, language=language)} – {n}"
        for stance, n in sorted(ground.stances.items())
    )
    said = OPINION["behind"][language].format(asked=ground.asked, answered=answered)
    return [f"{said} ({split})." if split else f"{said}."]


def rows_said(ground: Ground, language: str) -> list[str]:
    """The unsettled rows that most stand behind, both wordings; the rest by number."""
    if not ground.rows:
        return [OPINION["all_settled"][language]] if ground.case else []
    shown, rest = ground.rows[:MOST_ROWS], ground.rows[MOST_ROWS:]
    said = [OPINION["rows"][language].format(n=len(ground.rows))]
    said += [row_said(one, language) for one in shown]
    if rest:
        numbers = ", ".join(str(one.row.number) for one in rest)
        said.append(OPINION["rest"][language].format(numbers=numbers))
    return said


def row_said(one: TableRow, language: str) -> str:
    return OPINION["row"][language].format(
        n=one.row.number,
        place=lowered(provision(one.row.eid, language)),
        lsg=in_one_line(lsg_words(one, language)),
        initiator=in_one_line(initiator_words(one, language)),
        bodies=len(one.parties),
    )


def costs_said(ground: Ground, language: str) -> list[str]:
    """What each side reckoned; where nobody did, nothing is said."""
    known = [one for one in ground.costs if one.once_som is not None or one.yearly_som is not None]
    if not known:
        return []
    lines = [
        f"{who(one, language)}: {sums(one.once_som, one.yearly_som, language)}" for one in known
    ]
    return [OPINION["costs"][language] + " " + "; ".join(lines) + "."]


def who(one: Reckoning, language: str) -> str:
    if one.party:
        return one.party.name(language)
    return OPINION["bodies"][language].format(n=one.bodies)


def in_one_line(text: str) -> str:
    """Lines as sentences one after another."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return " ".join(line if line[-1] in ".!?…" else f"{line}." for line in lines)


def lowered(text: str) -> str:
    """In the middle of a line a provision is written with a small letter."""
    return text[:1].lower() + text[1:]


def clipped(text: str, most: int = 220) -> str:
    """Short enough to be spoken: whole sentences, or words, and then an ellipsis."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    return plain[:most].rsplit(" ", 1)[0] + "…"


def spoken_minutes(text: str, *, words_a_minute: int = 110) -> float:
    """How long a note takes to read aloud."""
    return len(text.split()) / words_a_minute


def numbers_of(rows: Sequence[Row]) -> list[int]:
    return sorted(row.number for row in rows)
