"""The figures of a simulation as a table for people: two sets of terms stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from makul.core.simulation.figures import share
from makul.law.procedures.words import name
from makul.law.simulation.words import number, percent, word

type Report = dict[str, Any]
type Line = tuple[str, tuple[str, ...]]  # a label and a cell for each set; no cells: a heading

SPREAD = ("mean", "median", "p90", "max")


def lines(reports: Sequence[Report], *, language: str) -> Iterator[Line]:
    """A line for each figure, a cell for each set of terms; a heading has no cells."""
    for key in ("submitted", "ended", "open"):
        yield word(key, language), tuple(number(one["drafts"][key], language) for one in reports)
    yield from _ways(reports, language)
    yield from _counted(reports, "results", language)
    yield from _counted(reports, "outcomes", language)
    yield from _lateness(reports, language)
    yield from _offices(reports, language)
    if any(one["bodies"]["asks"] for one in reports):
        yield from _bodies(reports, language)


def in_text(reports: Sequence[Report], *, heads: Sequence[str], language: str) -> str:
    """The table in plain text, wide enough for its longest cells."""
    found = list(lines(reports, language=language))
    first = max(len(label) for label, cells in found if cells) + 2
    widths = [max(len(cells[at]) for _, cells in found if cells) for at in range(len(reports))]
    marks = [f"[{at}]" for at in range(1, len(reports) + 1)]
    text = [f"[{at}] {head}" for at, head in enumerate(heads, 1)]
    text.append(_line("", marks, first + 2, widths))
    for label, cells in found:
        text.append(_line(f"  {label}", cells, first + 2, widths) if cells else f"\n{label}")
    return "\n".join(text) + "\n"


def _line(label: str, cells: Sequence[str], first: int, widths: Sequence[int]) -> str:
    return f"{label:<{first}}" + "".join(
        f"  {cell:>{width + 2}}" for cell, width in zip(cells, widths, strict=True)
    )


def _ways(reports: Sequence[Report], language: str) -> Iterator[Line]:
    """How long the way was, on each track."""
    goal = name("step", str(reports[0]["days"]["goal"]), language=language)
    for key, head in (
        ("to_goal", word("way", language, step=goal)),
        ("to_end", word("way_to_end", language)),
    ):
        ways = [one["days"][key] for one in reports]
        yield head, ()
        for track in sorted({track for way in ways for track in way["by_track"]}):
            for figure in SPREAD:
                label = f"{name('track', track, language=language)}, {word(figure, language)}"
                yield (
                    label,
                    tuple(_figure(way["by_track"].get(track), figure, language) for way in ways),
                )


def _figure(found: dict[str, Any] | None, key: str, language: str) -> str:
    return number(found[key] if found else None, language)


def _counted(reports: Sequence[Report], key: str, language: str) -> Iterator[Line]:
    yield word(key, language), ()
    found = [one["drafts"][key] for one in reports]
    for kind in sorted({kind for one in found for kind in one}):
        label = (
            word(kind, language) if key == "results" else name("outcome", kind, language=language)
        )
        yield label, tuple(number(one.get(kind, 0), language) for one in found)


def _lateness(reports: Sequence[Report], language: str) -> Iterator[Line]:
    yield word("lateness", language), ()
    kinds = dict.fromkeys((r, d) for one in reports for r, d, _, _ in not_kept(one))
    for role, duty in kinds:
        kind = word("duties" if duty else "rights", language)
        label = f"{name('role', role, language=language)}: {kind}"
        cells = []
        for one in reports:
            found = {(r, d): (part, whole) for r, d, part, whole in not_kept(one)}
            part, whole = found.get((role, duty), (0, 0))
            cells.append(
                f"{percent(share(part, whole))} ({number(part, language)}/{number(whole, language)})"
            )
        yield label, tuple(cells)
    letters = [_letters(one) for one in reports]
    if not any(whole for _, whole in letters):
        return
    cells = [
        f"{percent(share(part, whole))} ({number(part, language)}/{number(whole, language)})"
        for part, whole in letters
    ]
    yield word("letters", language), tuple(cells)


def _letters(report: Report) -> tuple[int, int]:
    """Letters to the many that came late or never, of how many."""
    rows = [row for row in report["lateness"] if row["letters"]]
    return sum(row["late"] + row["not_done"] for row in rows), sum(row["owed"] for row in rows)


def not_kept(report: Report) -> Iterator[tuple[str, bool, int, int]]:
    """By role, duties and rights apart: how many terms were not kept, of how many."""
    found: dict[tuple[str, bool], list[int]] = {}
    for row in report["lateness"]:
        if row["letters"]:  # by the thousand: they would hide all else the role does
            continue
        counted = found.setdefault((row["role"], row["duty"]), [0, 0])
        counted[0] += row["late"] + row["not_done"]
        counted[1] += row["owed"]
    for (role, duty), (part, whole) in found.items():
        yield role, duty, part, whole


def _offices(reports: Sequence[Report], language: str) -> Iterator[Line]:
    """Of each role its busiest office."""
    yield word("load", language), ()
    for role in dict.fromkeys(desk["role"] for desk in reports[0]["desks"]):
        title = name("role", role, language=language)
        desks = [busiest(one, role) for one in reports]
        if desks[0]["hours_had"] is not None:
            cells = tuple(percent(desk["share_of_hours"]) for desk in desks)
            yield f"{title}: {word('share_of_hours', language)}", cells
        for key, said in (("busiest_week_hours", "busiest_week"), ("longest_queue",) * 2):
            yield (
                f"{title}: {word(said, language)}",
                tuple(number(desk[key], language) for desk in desks),
            )
        waits = tuple(number(desk["days_waited"]["p90"], language) for desk in desks)
        yield f"{title}: {word('waited', language)}", waits


def busiest(report: Report, role: str) -> dict[str, Any]:
    """The office of a role with the most work."""
    desks = [desk for desk in report["desks"] if desk["role"] == role]
    found: dict[str, Any] = max(desks, key=lambda desk: desk["hours"])
    return found


def _bodies(reports: Sequence[Report], language: str) -> Iterator[Line]:
    yield word("bodies", language), ()
    found = [one["bodies"] for one in reports]
    for key in ("asks_a_year", "hours_a_year"):
        yield word(key, language), tuple(number(one[key]["mean"], language) for one in found)
    for key in ("answered", "for_want_of_hours", "not_notified"):
        cells = tuple(
            f"{percent(share(one[key], one['asks']))} ({number(one[key], language)}/{number(one['asks'], language)})"
            for one in found
        )
        yield word(key, language), cells
