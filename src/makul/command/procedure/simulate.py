"""`./makul procedure simulate`: a year or more of drafts played, to choose terms with open eyes."""

from __future__ import annotations

import argparse
import signal
import sys
from datetime import date
from multiprocessing import get_context
from typing import Any

from makul.command.procedure.naming import name_language, name_procedure, named
from makul.command.procedure.playing import (
    Terms,
    add_numbers,
    add_terms,
    check_lengths,
    in_words,
    settings_data,
    settings_of,
    terms_of,
)
from makul.command.procedure.writing import print_json, write_file
from makul.core.errors import BadInput
from makul.core.procedure import Procedure
from makul.core.simulation import Settings, check_settings, play
from makul.core.simulation.report import report
from makul.law.days_off import calendar
from makul.law.procedures import procedure
from makul.law.simulation.picture import picture
from makul.law.simulation.table import in_text
from makul.law.simulation.words import word

EXAMPLE = """\
Every number has a default; it is an assumption, and docs/simulation.md says what it stands for.

Example: ./makul procedure simulate npa --drafts-per-year 300 --parties 264 --answer-rate 0.6 \\
           --term position=20 --term reply=7/5 --picture terms.svg --lang ru"""


def add(ways: Any) -> None:
    """The way with its options."""
    found = ways.add_parser(
        "simulate",
        help="play a year or more with seeded chance: times, lateness, load; two sets of terms",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    name_procedure(found)
    name_language(found)
    add_terms(found)
    add_numbers(found)
    group = found.add_argument_group("what is given")
    group.add_argument("--json", action="store_true", help="print everything as JSON")
    group.add_argument("--picture", metavar="OUT", help="draw it, as .svg or .png")
    found.set_defaults(run=simulate)


def simulate(arguments: argparse.Namespace) -> int:
    """Play one set of terms or two; print a table or JSON, draw the picture."""
    rules, settings, terms = named(arguments), settings_of(arguments), terms_of(arguments)
    check_settings(settings)
    _check_picture(arguments.picture)
    check_lengths(rules, terms)
    sets: list[Terms] = [{}, terms] if terms else [{}]
    found = _play_all(rules.key, rules.edition, sets, settings)
    if arguments.picture:
        write_file(arguments.picture, _drawn(arguments, settings, sets, found))
    if arguments.json:
        print_json(_data(arguments, settings, sets, found))
    else:
        heads = _heads(arguments, sets)
        told = "\n".join(
            (
                _title(named(arguments), settings, arguments.language),
                _note(settings, arguments.language),
            )
        )
        table = in_text(found, heads=heads, language=arguments.language)
        sys.stdout.write(f"{told}\n\n{table}")
    return 0


def _play_all(
    key: str, edition: str, sets: list[Terms], settings: Settings
) -> list[dict[str, Any]]:
    """The reports of all sets; two are played beside each other."""
    if len(sets) == 1:
        return [play_one(key, edition, sets[0], settings, "")]
    given = [(key, edition, terms, settings, f"[{n}] ") for n, terms in enumerate(sets, 1)]
    with get_context("spawn").Pool(len(sets), initializer=_leave_alone) as pool:
        return pool.starmap(play_one, given)


def _leave_alone() -> None:
    """Ctrl-C is for the one who asked: it ends the players, and they say nothing of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def play_one(key: str, edition: str, terms: Terms, settings: Settings, mark: str) -> dict[str, Any]:
    """One set of terms played and counted; how far it is goes to stderr."""

    def say(day: date, came: int, ended: int) -> None:
        sys.stderr.write(f"{mark}{day}: {came} drafts came in, {ended} ended\n")

    rules = procedure(key, edition, terms=terms)
    return report(play(rules, settings, calendar=calendar(), say=say))


def _data(
    arguments: argparse.Namespace, settings: Settings, sets: list[Terms], found: list[Any]
) -> dict[str, Any]:
    """Everything as data: the settings once, and each set with its terms and figures."""
    played = []
    for terms, one in zip(sets, found, strict=True):
        rules = procedure(arguments.procedure, arguments.edition, terms=terms)
        lengths = {
            key: {"ordinary": length.ordinary, "short": length.short, "unit": length.unit}
            for key, length in rules.terms.items()
        }
        played.append({"changed": terms, "terms": lengths, **one})
    return {
        "procedure": arguments.procedure,
        "edition": arguments.edition,
        "settings": settings_data(settings),
        "sets": played,
    }


# --- words and picture ----------------------------------------------------------------------------


def _title(rules: Procedure, settings: Settings, language: str) -> str:
    """What was played; a procedure without the many asks nobody."""
    return word(
        "title",
        language,
        drafts=settings.drafts_per_year,
        years=settings.years,
        parties=settings.bodies.parties if settings.many in rules.roles else 0,
    )


def _note(settings: Settings, language: str) -> str:
    return word("assumed", language, seed=settings.seed)


def _heads(arguments: argparse.Namespace, sets: list[Terms]) -> list[str]:
    return [
        word("changed", arguments.language, terms=in_words(terms))
        if terms
        else word("edition", arguments.language, edition=arguments.edition)
        for terms in sets
    ]


def _check_picture(path: str | None) -> None:
    """A picture nobody can write is refused before a long play, not after it."""
    if path and not path.lower().endswith((".svg", ".png")):
        raise BadInput("sim_bad_picture", path=path)


def _drawn(
    arguments: argparse.Namespace, settings: Settings, sets: list[Terms], found: list[Any]
) -> bytes:
    drawn = picture(
        found,
        title=_title(named(arguments), settings, arguments.language),
        heads=_heads(arguments, sets),
        note=_note(settings, arguments.language),
        language=arguments.language,
    ).encode()
    return drawn if arguments.picture.lower().endswith(".svg") else as_png(drawn)


def as_png(drawn: bytes) -> bytes:
    """An SVG as a PNG picture, two dots to a point."""
    import tempfile
    from pathlib import Path

    import typst

    with tempfile.TemporaryDirectory(prefix="makul-picture-") as name:
        (Path(name) / "drawn.svg").write_bytes(drawn)
        page = Path(name) / "page.typ"
        page.write_text(
            '#set page(width: auto, height: auto, margin: 0pt)\n#image("drawn.svg")\n',
            encoding="utf-8",
        )
        found: bytes = typst.compile(str(page), format="png", ppi=144)
    return found
