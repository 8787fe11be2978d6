"""Read the amending formulas of an act: which provision of which act is changed, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from makul.core.provisions.act import Act, Provision
from makul.core.provisions.formulas import Formula, formulas
from makul.core.provisions.marks import mark_of
from makul.core.provisions.numbers import SUPERSCRIPTS, slug
from makul.core.provisions.quotes import Masked, masked
from makul.core.provisions.references import Reference, readings, reference_in

_INTO_RU = re.compile(
    r"внести\s+в[о]?\s+(?P<act>.+?)\s+следующ\w+\s+(?:изменени|дополнени|поправк)\w*[^:]*:\s*",
    re.IGNORECASE | re.DOTALL,
)
_INTO_KY = re.compile(
    r"^(?P<act>\S.*?)\s+(?:төмөнкү|төмөндөгү)\w*\s+(?:өзгөртүү|толуктоо|түзөтүү)[^:]*:\s*",
    re.IGNORECASE | re.DOTALL,
)
_STEPS = {"article": "art", "chapter": "chp"}
_PUBLISHED = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)\s*$")
_DATIVE = (
    (r"(?<=Мыйзам)(?:ына|га)$", "ы"),
    (r"(?<=одекс)(?:ине|ке)$", "и"),
    (r"(?<=токтом)уна$", "у"),
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change that one clause makes.

    `eid` is the clause; `target_eid` the provision changed, for `add` the new one. `operation` is
    replace_words, insert_words (after `old_words`), append_words, delete_words, add, restate,
    delete or repeal. `other_readings` are ids the number may stand for if a superscript was lost.
    """

    eid: str
    target_act: str
    target_eid: str
    operation: str
    old_words: str = ""
    new_words: str = ""
    other_readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clause:
    """A provision of the amending act with the quoted lines that follow it."""

    provision: Provision
    block: str


@dataclass(frozen=True, slots=True)
class _Context:
    """What the clauses below another one take from it."""

    act: str = ""
    place: Reference = field(default_factory=Reference)


def amendments(act: Act) -> tuple[Amendment, ...]:
    """Every change the act makes in other acts, in order.

    >>> from makul.core.provisions import Line, split
    >>> act = split([
    ...     Line("Статья 1. О внесении"),
    ...     Line("Внести в Закон «О дворах» следующие изменения:"),
    ...     Line("1) в части 2 статьи 12 слова «раз в год» заменить словами «раз в месяц»."),
    ... ])
    >>> [(one.target_eid, one.operation, one.new_words) for one in amendments(act)]
    [('art_12__part_2', 'replace_words', 'раз в месяц')]
    """
    contexts: dict[str, _Context] = {}
    found: list[Amendment] = []
    for clause in _clauses(act):
        eid = clause.provision.eid
        outer = _inherited(eid, contexts)
        text = masked(clause.provision.text, block=clause.block)
        context, rest = _into(text, outer)
        changes = list(_changes(eid, replace(text, text=rest), context))
        if not changes and rest.rstrip().endswith(":"):
            context = replace(context, place=reference_in(rest).within(context.place))
        contexts[eid] = context
        found += changes
    return tuple(found) if _keeps_superscripts(act) else tuple(_doubted(one) for one in found)


def _keeps_superscripts(act: Act) -> bool:
    """A text that shows superscripts has not lost them on its way through PDF."""
    return any(one in provision.words for provision in act.provisions for one in SUPERSCRIPTS)


def _doubted(amendment: Amendment) -> Amendment:
    """«частью 11» may be part 1¹: both ids are named, a person or the target act decides."""
    kind = amendment.target_eid.rpartition("__")[2].partition("_")[0]
    doubtful = kind in {"part", "point"} or (kind == "art" and amendment.operation == "add")
    return (
        replace(amendment, other_readings=readings(amendment.target_eid)) if doubtful else amendment
    )


def _clauses(act: Act) -> Iterator[_Clause]:
    """Provisions that may amend, each with its block of quoted lines."""
    waiting: Provision | None = None
    block: list[str] = []
    for provision in act.provisions:
        if provision.kind == "quoted" and waiting is not None:
            block.append(provision.text)
            continue
        if waiting is not None:
            yield _Clause(waiting, "\n".join(block))
            waiting, block = None, []
        if provision.text and provision.kind in {
            "article",
            "part",
            "point",
            "subpoint",
            "par",
            "preamble",
        }:
            waiting = provision
    if waiting is not None:
        yield _Clause(waiting, "\n".join(block))


def _inherited(eid: str, contexts: dict[str, _Context]) -> _Context:
    """The context of the nearest clause above; of an article's own first text for its paragraphs."""
    parent = eid.rpartition("__")[0]
    while parent:
        if parent in contexts:
            return contexts[parent]
        parent = parent.rpartition("__")[0]
    return _Context()


def _into(text: Masked, outer: _Context) -> tuple[_Context, str]:
    """The act that is amended, when the clause names it, and what the clause goes on to say."""
    for pattern in (_INTO_RU, _INTO_KY):
        found = pattern.search(text.text)
        if found is not None and not formulas(text.text[: found.start("act")]):
            name = _PUBLISHED.sub("", found["act"])
            return _Context(act=_nominative(_said(name, text))), text.text[found.end() :]
    return outer, text.text


def _said(piece: str, text: Masked) -> str:
    """A piece of a masked text with its quotations back in their marks."""
    return re.sub(r"⟦(\d+)⟧", lambda one: f"«{text.quotations[int(one[1])]}»", piece)


def _repealed(formula: Formula, before: str, text: Masked) -> str:
    """The act that is repealed whole: named after the formula in Russian, before it in Kyrgyz."""
    if formula.operation != "repeal":
        return ""
    after = text.text[formula.end :].strip(" :;.")
    name = _PUBLISHED.sub("", after or before.strip(" :;."))
    return "" if reference_in(name).steps else " ".join(_said(name, text).split())


def _nominative(name: str) -> str:
    """A Kyrgyz name out of the dative in which it is amended."""
    for ending, other in _DATIVE:
        name = re.sub(ending, other, name, flags=re.IGNORECASE)
    return " ".join(name.split())


def _changes(eid: str, text: Masked, context: _Context) -> Iterator[Amendment]:
    """The amendments of one clause; a formula without a place of its own shares the last one."""
    end, place = 0, context.place
    for formula in formulas(text.text):
        said = text.text[end : formula.start]
        inner = formula.inside if formula.operation != "add" else ""
        own = reference_in(f"{said} {inner}")
        place = own.within(context.place) if own.steps else place
        act = context.act or _repealed(formula, said, text)
        yield from _of_formula(eid, formula, text, _Context(act, place))
        end = formula.end


def _of_formula(eid: str, formula: Formula, text: Masked, context: _Context) -> Iterator[Amendment]:
    old, new = text.words(formula.old), text.words(formula.new)
    place = context.place
    if formula.operation == "add":
        place = reference_in(formula.inside).within(place)
    targets = place.eids or ("",)
    shares = _shares(new[0], targets) if formula.operation in {"add", "restate"} and new else ()
    for index, target in enumerate(targets):
        words = _word_pairs(formula.operation, old, new) if not shares else [("", shares[index])]
        for before, after in words:
            yield Amendment(eid, context.act, target, formula.operation, before, after)


def _word_pairs(operation: str, old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Old and new words two by two; one new text may replace several old ones."""
    if operation == "delete_words":
        return [(one, "") for one in old]
    if not old:
        return [("", new[0] if new else "")]
    if len(new) == len(old):
        return list(zip(old, new, strict=True))
    return [(one, new[0] if new else "") for one in old]


def _shares(block: str, targets: Sequence[str]) -> tuple[str, ...]:
    """A block that gives several provisions, cut where each begins."""
    if len(targets) == 1:
        return (block,)
    shares: dict[str, list[str]] = {target: [] for target in targets}
    current = targets[0]
    for line in block.splitlines():
        mark = mark_of(line.strip())
        if mark is not None:
            own = f"{_STEPS.get(mark.kind, mark.kind)}_{slug(mark.number)}"
            current = next((one for one in targets if one.rpartition("__")[2] == own), current)
        shares[current].append(line)
    return tuple("\n".join(shares[target]) for target in targets)
