"""What a paper says of an association's board: whether the opinion is its word, and how it came to it."""

from __future__ import annotations

from collections.abc import Mapping

from makul.cases.models import Case, Position
from makul.cases.papers.words import each, in_each
from makul.cases.queries.board import board_result
from makul.cases.queries.receipts import entry_of
from makul.documents.paper import PaperLanguage
from makul.parties.models import Party

BOARD = {
    "ky": "Ассоциациянын башкармасы",
    "ru": "Правление ассоциации",
    "en": "Board of the association",
}
STANDING = {
    "ky": "башкарма мандатты алдын ала берген: {document}",
    "ru": "мандат правления дан заранее: {document}",
    "en": "the board gave its mandate beforehand: {document}",
}
VOTED = {
    "ky": "башкарма добуш берген: макул — {for}, каршы — {against}, калыс — {abstained}; башкарманын мүчөлөрү — {members}",
    "ru": "правление голосовало: за — {for}, против — {against}, воздержались — {abstained}; членов правления — {members}",
    "en": "the board voted: for {for}, against {against}, abstained {abstained}; members of the board {members}",
}
WITHOUT = {
    "ky": "корутундуга башкарманын сөзүсүз кол коюлган",
    "ru": "заключение подписано без слова правления",
    "en": "the opinion was signed without the word of the board",
}


def board_lines(case: Case, party: Party, language: PaperLanguage) -> list[tuple[str, str]]:
    """The line on the board under the association's; none where it has no board or filed nothing."""
    said = board_words(case, party)
    if said is None:
        return []
    words, filled = said
    told = {one: words[one].format_map(filled) for one in each(language)}
    return [(in_each(BOARD, language, between=" / "), in_each(told, language))]


def board_words(case: Case, party: Party) -> tuple[dict[str, str], Mapping[str, object]] | None:
    """The words and what fills them, by the entry with which the opinion was filed."""
    position = Position.objects.filter(
        case=case, party=party, state=Position.State.FILED, is_paper=False
    ).first()
    if position is None or position.filed_at is None or not position.receipt:
        return None
    said = entry_of(position).data.get("board", "")
    if said == "without":
        return WITHOUT, {}
    result = (
        board_result(position, now=position.filed_at) if said in {"standing", "carried"} else None
    )
    if result is None:
        return None
    if said == "standing":
        return STANDING, {"document": result.decision.document}
    return VOTED, {**result.counts, "members": result.members}
