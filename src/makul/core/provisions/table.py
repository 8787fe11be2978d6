"""The comparative table of an amending act: the words in force beside the words proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from makul.core.provisions.act import Act, Provision
from makul.core.provisions.amend import Amendment
from makul.core.provisions.labels import label
from makul.core.provisions.letters import normal
from makul.core.provisions.references import readings
from makul.core.provisions.shown import text_of
from makul.core.provisions.words import Span, spans

_QUOTES = "[\"'«»“”„]"
_DASHES = "[-–—‑]"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the place in words, the text in force, the text proposed, and what differs.

    `doubt` holds other ids the place may mean, when a superscript was lost and the target act is
    not at hand to decide. `problem` is "" or why the text in force could not be shown whole: no_target, not_found,
    words_not_found.
    """

    eid: str
    target_act: str
    target_eid: str
    place: str
    old: str
    new: str
    spans: tuple[Span, ...]
    problem: str = ""
    doubt: tuple[str, ...] = ()


def comparative_table(
    found: Sequence[Amendment], *, target: Act | None = None, language: str = "ru"
) -> tuple[Row, ...]:
    """A row for each amendment; with the act amended at hand, its own words stand in the row.

    >>> amendment = Amendment("art_1", "", "art_12__part_2", "replace_words", "раз в год", "раз в месяц")
    >>> row = comparative_table([amendment])[0]
    >>> row.place, row.old, row.new, row.problem
    ('Статья 12, часть 2', 'раз в год', 'раз в месяц', 'no_target')
    """
    return tuple(_row(one, target, target.language if target else language) for one in found)


def _row(amendment: Amendment, target: Act | None, language: str) -> Row:
    eid = _read(amendment, target)
    old, new, problem = _texts(amendment, eid, target)
    place = label(eid, language=language) if eid else amendment.target_act
    shown = spans(old, new)
    doubt = amendment.other_readings if target is None else ()
    return Row(amendment.eid, amendment.target_act, eid, place, old, new, shown, problem, doubt)


def _read(amendment: Amendment, target: Act | None) -> str:
    """The id meant: the target act decides between «11» and «1¹» when it can."""
    eid = amendment.target_eid
    if target is None:
        return eid
    others = amendment.other_readings or readings(eid)
    if amendment.operation != "add":
        named = [one for one in (eid, *others) if _find(target, one) is not None]
        return named[0] if named else eid
    return next((one for one in others if not _is_next(target, eid) and _follows(target, one)), eid)


def _is_next(target: Act, eid: str) -> bool:
    """Whether the number is the next one after those that stand there."""
    stem, _, number = eid.rpartition("_")
    return number.isdigit() and target.find(f"{stem}_{int(number) - 1}") is not None


def _follows(target: Act, eid: str) -> bool:
    """Whether the provision after which a superscript number comes stands in the act."""
    return target.find(eid.rpartition("_")[0]) is not None


def _find(target: Act, eid: str) -> Provision | None:
    """The provision; «first paragraph» is the provision's own text."""
    return target.find(eid) or (target.find(eid[:-7]) if eid.endswith("__par_1") else None)


def _texts(amendment: Amendment, eid: str, target: Act | None) -> tuple[str, str, str]:
    """The text in force, the text proposed, and what stood in the way."""
    if target is None:
        return (*_words_alone(amendment), "no_target")
    if amendment.operation == "add":
        return _added(amendment, eid, target)
    provision = _find(target, eid)
    if provision is None:
        return (*_words_alone(amendment), "not_found")
    old = text_of(target, provision.eid)
    if amendment.operation in {"delete", "repeal"}:
        return old, "", ""
    if amendment.operation == "restate":
        return old, amendment.new_words, ""
    if amendment.operation == "append_words":
        return old, _appended(old, amendment.new_words), ""
    new = _replaced(old, amendment)
    return (old, new, "") if new != old else (*_words_alone(amendment), "words_not_found")


def _words_alone(amendment: Amendment) -> tuple[str, str]:
    """Only the words the clause itself names."""
    old, new = amendment.old_words, amendment.new_words
    if amendment.operation == "insert_words":
        return f"{old} …", _joined(old, new)
    return old, new


def _joined(old: str, new: str) -> str:
    return f"{old}{'' if new[:1] in ',.;:' else ' '}{new}"


def _added(amendment: Amendment, eid: str, target: Act) -> tuple[str, str, str]:
    """The provision that receives a new one, and the same with it."""
    holder = eid.rpartition("__")[0]
    if not holder:
        return "", amendment.new_words, ""
    provision = _find(target, holder)
    if provision is None:
        return "", amendment.new_words, "not_found"
    before, after = _around(target, provision.eid, eid)
    open_end = re.sub(r"\.$", ";", before) if "__point_" in eid and not after else before
    new = "\n".join(piece for piece in (open_end, amendment.new_words, after) if piece)
    return "\n".join(piece for piece in (before, after) if piece), new, ""


def _around(target: Act, holder: str, eid: str) -> tuple[str, str]:
    """The lines of the holder before and after the place of the new provision."""
    lines = text_of(target, holder).splitlines()
    base = re.match(r"^(.*_\d+)_\d+$", eid.rpartition("__")[2])
    sibling = f"{holder}__{base[1]}" if base else ""
    if not sibling or target.find(sibling) is None:
        return "\n".join(lines), ""
    last = text_of(target, sibling).splitlines()[-1]
    index = lines.index(last) + 1
    return "\n".join(lines[:index]), "\n".join(lines[index:])


def _appended(old: str, new: str) -> str:
    """Words put at the end, before the closing stop."""
    found = re.match(r"^(.*?)([.;:]?)$", old, re.DOTALL)
    body, stop = (found[1], found[2]) if found else (old, "")
    if new[:1].isupper():
        return f"{old} {new}"
    return f"{_joined(body, new.rstrip('.;'))}{stop}"


def _replaced(old: str, amendment: Amendment) -> str:
    """The text with its words replaced, deleted, or followed by others."""
    pattern = _pattern(amendment.old_words)
    if amendment.operation == "insert_words":
        return pattern.sub(lambda found: _joined(found[0], amendment.new_words), old)
    if amendment.operation == "delete_words":
        return re.sub(
            r" {2,}| (?=[,.;:])", lambda found: " "[: len(found[0]) - 1], pattern.sub("", old)
        )
    return pattern.sub(lambda _: amendment.new_words, old)


def _pattern(words: str) -> re.Pattern[str]:
    """The words as they may stand in another text: other quotes, dashes, spaces, ё for е."""
    escaped = "".join(_loose(letter) for letter in " ".join(words.split()))
    start = r"(?<!\w)" if normal(words)[:1].isalnum() else ""
    end = r"(?!\w)" if normal(words)[-1:].isalnum() else ""
    return re.compile(f"{start}{escaped}{end}" if words.strip() else r"(?!)", re.IGNORECASE)


def _loose(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    for several in (_QUOTES, _DASHES, "[её]", "[ңӊњ]", "[өѳ]"):
        if letter in several[1:-1]:
            return several
    return re.escape(letter)
