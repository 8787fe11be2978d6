"""`./makul act`: read an act, pair its languages, compare versions, table its amendments, screen it."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from makul.core.errors import BadInput
from makul.core.provisions import (
    Act,
    affects_hint,
    align,
    amendments,
    comparative_table,
    compare,
    label,
    line_of,
    screen,
    split,
)

if TYPE_CHECKING:
    from makul.documents.paper import Paper

_DONE_WELL = 0
_MEGABYTE = 1024 * 1024
_SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}


def add(subparsers: Any) -> None:
    """Add `act` with its five tasks."""
    act = subparsers.add_parser(
        "act",
        help="read, pair, compare and screen legal texts (Word or plain text, ky and ru)",
        epilog="Example: ./makul act read draft.docx --json",
    )
    tasks = act.add_subparsers(dest="task", metavar="TASK", required=True)
    _task(tasks, "read", run_read, "split an act into provisions", "FILE", "act read draft.docx")
    _task(tasks, "align", run_align, "pair both languages", "RU KY", "act align ru.docx ky.docx")
    _task(tasks, "screen", run_screen, "hint at interests touched", "FILE", "act screen draft.docx")
    for name, run, words, files, example in (
        (
            "compare",
            run_compare,
            "compare two versions",
            "OLD NEW",
            "act compare a.docx b.docx --pdf t.pdf",
        ),
        (
            "table",
            run_table,
            "table what a law amends",
            "FILE",
            "act table law.docx --target code.docx",
        ),
    ):
        task = _task(tasks, name, run, words, files, example)
        task.add_argument("--docx", metavar="OUT", help="write the comparative table as Word")
        task.add_argument("--pdf", metavar="OUT", help="write the comparative table as PDF")
        task.add_argument("--language", choices=("ky", "ru"), help="language of the table")
    tasks.choices["table"].add_argument("--target", metavar="FILE", help="the act that is amended")


def _task(
    tasks: Any,
    name: str,
    run: Callable[[argparse.Namespace], int],
    words: str,
    files: str,
    example: str,
) -> argparse.ArgumentParser:
    task: argparse.ArgumentParser = tasks.add_parser(
        name, help=words, epilog=f"Example: ./makul {example}"
    )
    for file in files.split():
        task.add_argument(file.lower(), metavar=file, help="a .docx or .txt file")
    task.add_argument("--json", action="store_true", help="print data instead of a page to read")
    task.set_defaults(run=run)
    return task


def read(path: str) -> Act:
    """The act in a file.

    Raises: BadInput when the file is missing, too large or of a kind that cannot be read.
    """
    from makul.documents.reading import LIMITS, read_act

    try:
        size = Path(path).stat().st_size
        if size > LIMITS.file_bytes:
            limit, name = LIMITS.file_bytes // _MEGABYTE, Path(path).name
            raise BadInput("too_big", name=name, size_mb=-(-size // _MEGABYTE), limit_mb=limit)
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise BadInput("no_file", path=path) from error
    return split(read_act(data, name=path))


def run_read(arguments: argparse.Namespace) -> int:
    """Print the provisions of one act."""
    act = read(arguments.file)
    provisions = [asdict(provision) for provision in act.provisions]
    if arguments.json:
        return _print_json({"language": act.language, "title": act.title, "provisions": provisions})
    counts = Counter(provision.kind for provision in act.provisions)
    said = ", ".join(f"{kind} {count}" for kind, count in counts.most_common())
    lines = [f"{act.title}  [{act.language}]", said, ""]
    lines += [
        f"{one.eid:<28} {line_of(one, language=act.language)}".replace("\n", " / ")
        for one in act.provisions
    ]
    return _print(lines)


def run_align(arguments: argparse.Namespace) -> int:
    """Print the articles of both languages side by side."""
    ru, ky = read(arguments.ru), read(arguments.ky)
    if (ru.language, ky.language) == ("ky", "ru"):
        ru, ky = ky, ru
    found = align(ru, ky)
    if arguments.json:
        return _print_json(asdict(found))
    lines = [
        f"{len(found.pairs)} paired, {len(found.only_ru)} only in ru, {len(found.only_ky)} only in ky"
    ]
    names = (
        {one.eid: one.heading for one in ru.articles},
        {one.eid: one.heading for one in ky.articles},
    )
    lines += [
        f"{label(pair.ru)}. {names[0][pair.ru]}  =  "
        f"{label(pair.ky, language='ky')}. {names[1][pair.ky]}"
        for pair in found.pairs
    ]
    lines += [f"only ru: {label(eid)}. {names[0][eid]}" for eid in found.only_ru]
    lines += [f"only ky: {label(eid, language='ky')}. {names[1][eid]}" for eid in found.only_ky]
    return _print(lines)


def run_compare(arguments: argparse.Namespace) -> int:
    """Print what differs between two versions, and write it as a table where asked."""
    old, new = read(arguments.old), read(arguments.new)
    changes = compare(old, new)
    counts = Counter(change.kind for change in changes)
    language = arguments.language or new.language
    if arguments.docx or arguments.pdf:
        from makul.documents.comparing import paper_of_changes

        _write(arguments, paper_of_changes(changes, name=new.title, language=language))
    if arguments.json:
        told = [asdict(change) for change in changes if change.kind != "same"]
        kinds = ("same", "changed", "added", "removed", "moved")
        return _print_json({"counts": {kind: counts[kind] for kind in kinds}, "changes": told})
    lines = [
        ", ".join(f"{kind} {count}" for kind, count in counts.most_common()) or "nothing to compare"
    ]
    for change in changes:
        if change.kind != "same":
            place = label(change.eid, language=language)
            lines += ["", f"{_SIGNS[change.kind]} {place} ({change.kind})", _marked(change.spans)]
    return _print(lines)


def run_table(arguments: argparse.Namespace) -> int:
    """Print the comparative table of an amending act."""
    act = read(arguments.file)
    target = read(arguments.target) if arguments.target else None
    language = arguments.language or act.language
    rows = comparative_table(amendments(act), target=target, language=language)
    if not rows:
        raise BadInput("no_amendments", name=Path(arguments.file).name)
    if arguments.docx or arguments.pdf:
        from makul.documents.comparing import paper_of_rows

        _write(arguments, paper_of_rows(rows, name=act.title, language=language))
    if arguments.json:
        return _print_json({"rows": [asdict(row) for row in rows]})
    lines = []
    for row in rows:
        doubt = f"  [{row.problem}]" if row.problem else ""
        doubt += "".join(f"  [or {label(eid, language=language)}]" for eid in row.doubt)
        lines += [f"{row.eid}: {row.target_act}: {row.place}{doubt}", _marked(row.spans), ""]
    return _print(lines)


def run_screen(arguments: argparse.Namespace) -> int:
    """Print which words touch which interests; whether they do is for a person to decide."""
    from makul.law.screening import vocabulary

    act = read(arguments.file)
    interests = screen(act, vocabulary())
    hint = affects_hint(act, vocabulary())
    if arguments.json:
        return _print_json({"affects_hint": hint, "interests": [asdict(one) for one in interests]})
    lines = [
        f"a hint only: {'affects' if hint else 'does not seem to affect'} local self-government"
    ]
    lines += [
        f"{one.kind:<10} {label(one.eid, language=act.language)}: {', '.join(one.words)}"
        for one in interests
    ]
    return _print(lines)


def _marked(spans: Any) -> str:
    """A text in which [-what went-] and {+what came+} stand out."""
    forms = {"equal": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    return "".join(forms[span.op].format(span.text) for span in spans)


def _write(arguments: argparse.Namespace, paper: Paper) -> None:
    """Write the table where asked."""
    from makul.documents.pdf_writing import write_pdf
    from makul.documents.word_writing import write_docx

    for path, write in ((arguments.docx, write_docx), (arguments.pdf, write_pdf)):
        if path:
            try:
                Path(path).write_bytes(write(paper))
            except OSError as error:
                raise BadInput("no_write", path=path) from error


def _print_json(data: dict[str, Any]) -> int:
    return _print([json.dumps(data, ensure_ascii=False, indent=1)])


def _print(lines: list[str]) -> int:
    sys.stdout.write("\n".join(lines) + "\n")
    return _DONE_WELL
