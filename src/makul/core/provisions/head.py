"""What stands before the first article and after the last: title, date, draft mark, notes, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from makul.core.provisions.act import Line
from makul.core.provisions.letters import normal

_NOTE = re.compile(
    r"^[\[(]*\s*(?:в редакции |в ред\. |(?:введен|дополнен|исключен|изменен|вводит|утрати|отменен|"
    r"признан|см\.|примечание cbd|название (?:статьи|главы|раздела)|наименование|изменени|действует|"
    r"вступает|срок действия|приостановлен|внесены|редакция закона|"
    r"кр |кыргыз республикасынын )[^\n]*)"
)
_SOURCE = re.compile(
    r"закон\w* кр|законом|законов кыргызской|указ\w* президента|постановлени\w+ правительства|"
    r"кодекс\w* кр|мыйзам|жарлыг|токтом|редакциясына|решени\w+ конституционн"
)
_WARNING = re.compile(r"^(?:внимание|к[оө][нң][уү]л бур[а-яөүң]*)\s*[!:.]")
_HEAD_NOTE = re.compile(
    r"^(?:утратил\w* силу.*|күчүн жогот\w+|недействующая редакция.*|кр \d{4}-жылдын .* ылайык|"
    r"с \d{1,2} [а-я]+ \d{4} года|\d{4}-жылдын \d{1,2}-[а-яөүң]+нан тартып|"
    r"(?:закон|указ|постановлени[ея]|решение)\w* [а-я ]*кр от \d.*|"
    r"система orphus|rtf print opendata|документ (?:реквизиты|маалым дарек).*|редакция: .*|описание: .*)$"
)
_LONGEST_REQUISITE = 120
_COMPARE = re.compile(r"^(?:begin|end)_nocompare$")
_FORM = re.compile(
    r"^(?:конституционный )?(?:закон кыргызской республики|указ президента.*|распоряжение.*|"
    r"постановление.*|решение.*|приказ.*|токтом(?:у)?|жарлык|буйрук|чечим|"
    r"кыргыз республикасынын (?:конституциялык )?мыйзамы|"
    r"кыргыз республикасынын (?:президентинин жарлыгы|(?:министрлер кабинетинин|окмотунун|"
    r"өкмөтүнүн|жогорку кеңешинин) токтому))$"
)
_REQUISITE = re.compile(
    r"^(?:проект|долбоор|демонстрация|көрсөтмө|үлгү|г\. ?[а-я-]+|город [а-я]+|[а-яөүң]+ шаары|дом .*|"
    r"от \d{1,2} .*|\d{4}[- ]?(?:жылдын|ж\.).*|№ .*|n .*|\d{1,2} [а-я]+ \d{4} года.*|"
    r"токтом ?кылат|.*(?:чакырылыш|созыва|сессия).*|принят .*|.*кабыл алынган|кыргыз республикасынын|кыргызской республики|"
    r"(?:кыргыз республикасынын )?жогорку кеңеши(?:нин)?(?: тарабынан)?|.*тарабынан кабыл алынды|"
    r"бишкек.*)$"
)
_SIGNER = re.compile(
    r"^(?:(?:айылдык |шаардык |райондук |жергиликтүү )?кеңештин т[оө]рагасы|президент|премьер-министр|председатель|тор ?ага|т[оө]рага|министр|первый заместитель|"
    r"исполняющий обязанности|глава айыл|айыл [оө]кмот|мэр|"
    r"кыргыз республикасынын (?:президенти|премьер-министри|жогорку кеңешинин т[оө]рагасы))"
)
_LAST_RITES = re.compile(
    r"^(?:принят жогорку кенешем|.*жогорку кеңеши(?: тарабынан)? кабыл алган|"
    r"\d{4}[- ]жылдын \d{1,2}-[а-яөүң]+|\d{1,2} [а-я]+ \d{4} года|[а-я]\. ?[а-я]\. ?[а-яөүң-]+)"
)


def is_note(line: Line) -> bool:
    """A note of the editors of the data bank, or a warning: shown, never compared.

    >>> is_note(Line("(В редакции Закона КР от 1 марта 2024 года № 5)"))
    True
    >>> is_note(Line("Внимание! Часть 3 вступает в силу с 1 января."))
    True
    >>> is_note(Line("1. Закон действует на всей территории."))
    False
    """
    start = normal(line.text[:40])
    if line.note or _COMPARE.match(start) or _WARNING.match(start):
        return True
    if not start.startswith(("(", "[")):
        return False
    text = normal(line.text)
    return (
        text.rstrip(".;, ").endswith((")", "]"))
        and bool(_SOURCE.search(text))
        and bool(_NOTE.match(text) or "редак" in text)
    )


def head_kinds(lines: Sequence[Line]) -> tuple[str, ...]:
    """For each line before the first mark: note, requisite, title or preamble."""
    titled = any(not is_note(line) and not _is_requisite(line) for line in lines)
    form = max((i for i, one in enumerate(lines) if _FORM.match(normal(one.text))), default=-1)
    kinds: list[str] = []
    known: set[str] = set()
    for index, line in enumerate(lines):
        kind = _head_kind(line, kinds[-1] if kinds else "", known, titled=titled)
        kinds.append("note" if index < form and kind in {"title", "preamble"} else kind)
        known.add(kinds[-1])
    return tuple(kinds)


def _is_requisite(line: Line) -> bool:
    text = normal(line.text[:_LONGEST_REQUISITE])
    short = len(line.text) < _LONGEST_REQUISITE
    return bool(_FORM.match(text) or (short and _REQUISITE.match(text)))


def _head_kind(line: Line, last: str, known: set[str], *, titled: bool) -> str:
    if is_note(line) or _HEAD_NOTE.match(normal(line.text)):
        return "note"
    if _is_requisite(line):
        return "requisite"
    if "preamble" in known:
        return "preamble"
    sentence = line.text.rstrip().endswith((".", ":", ";"))
    if "title" in known:
        return "title" if last == "title" and not sentence else "preamble"
    if sentence and "requisite" not in known and titled:
        return "note"
    return "preamble" if sentence else "title"


def is_signature(line: Line) -> bool:
    """The line in which the one who signs is named.

    >>> is_signature(Line("Президент Кыргызской Республики С.Н. Жапаров"))
    True
    >>> is_signature(Line("Президент назначает судей."))
    False
    """
    text = normal(line.text.replace(" | ", " "))
    if len(text) > 160 or (not line.table and text.endswith((".", ";", ":"))):
        return False
    return _SIGNER.match(text) is not None


def is_last_rite(line: Line) -> bool:
    """What may follow a signature: who adopted the act and when, a name."""
    return _LAST_RITES.match(normal(line.text.replace(" | ", " "))) is not None
