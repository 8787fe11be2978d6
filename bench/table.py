"""The figures as a table for people: each beside what was promised, and whether it was reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

type Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """What is promised of one figure; `most` or `least` is the bound that is no longer reached."""

    part: str
    what: str
    unit: str
    of: Callable[[Any], float]
    most: float | None = None
    least: float | None = None

    def is_reached(self, figure: float) -> bool:
        """Strictly under `most`; `least` itself is enough."""
        if self.most is not None:
            return figure < self.most
        return self.least is not None and figure >= self.least

    @property
    def promised(self) -> str:
        return f"under {self.most:g}" if self.most is not None else f"at least {self.least:g}"


TARGETS = (
    Target("search", "search in {lines} lines", "ms", lambda f: f["ms"], most=300),
    Target("search", "its page", "queries", lambda f: f["queries"], most=10),
    Target("case_list", "list of {rows} cases", "queries", lambda f: f["queries"], most=10),
    Target(
        "act_page",
        "act of {articles} articles, {remarks} remarks",
        "queries",
        lambda f: f["queries"],
        most=15,
    ),
    Target("act_page", "its page", "ms", lambda f: f["ms"], most=150),
    Target(
        "consultations",
        "list of {consultations} consultations",
        "ms",
        lambda f: f["list_ms"],
        most=60,
    ),
    Target(
        "consultations",
        "its longest text, {comments} comments",
        "ms",
        lambda f: f["text_ms"],
        most=150,
    ),
    Target(
        "consultations",
        "one paragraph with its comments",
        "queries",
        lambda f: f["paragraph_queries"],
        most=5,
    ),
    Target(
        "consultations", "the page of most queries", "queries", lambda f: f["most_queries"], most=20
    ),
    Target(
        "merge", "{positions} positions, {remarks} remarks merged", "s", lambda f: f["s"], most=2
    ),
    Target("judge", "{entries} entries judged", "s", lambda f: f["s"], most=2),
    Target("journal", "entries recorded", "a second", lambda f: f["appends_per_s"], least=1000),
    Target("journal", "{verified} entries verified", "s", lambda f: f["verify_s"], most=30),
    Target(
        "protocol",
        "protocol of {rows} rows, Word and PDF",
        "s",
        lambda f: f["docx_s"] + f["pdf_s"],
        most=5,
    ),
    Target("bills", "{rows} bills screened and matched", "s", lambda f: f["s"], most=60),
    Target("bills", "the same file again: rows changed", "", lambda f: f["changed_again"], most=1),
    Target(
        "simulation",
        "{drafts} drafts, {bodies} bodies: a year played",
        "s",
        lambda f: f["s"],
        most=10,
    ),
    Target("read", "the slowest act read", "s", lambda f: max(one["s"] for one in f), most=2),
    Target("assets_gzip_kb", "style sheets and scripts, gzip", "kB", lambda f: f, most=60),
)


def table(figures: Figures) -> str:
    """One line a promise that was measured."""
    return "\n".join(lines(figures))


def lines(figures: Figures) -> Iterator[str]:
    for target in TARGETS:
        if target.part in figures:
            found = figures[target.part]
            named = target.what.format(**found) if isinstance(found, dict) else target.what
            figure = target.of(found)
            said = "reached" if target.is_reached(figure) else "MISSED"
            number = f"{figure:.10g} {target.unit}"
            yield f"{named:<46} {number:>16}   {target.promised:<14} {said}"


def missed(figures: Figures) -> list[str]:
    """The promises that were measured and not reached."""
    return [line for line in lines(figures) if line.endswith("MISSED")]
