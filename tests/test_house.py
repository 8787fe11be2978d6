"""The house's own rules, held by reading the tree: sizes, names, purity, entries, mirrored tests."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.house import exceptions
from tests.house.paths import actions, callers, everything, ways
from tests.house.tree import ROOT, Function, dotted, functions, modules, named, tree

LONGEST_FUNCTION, LONGEST_FILE = 40, 400
FORBIDDEN = {"utils", "util", "common", "helpers", "helper", "services", "signals", "managers"}
CLOCK = {"now", "today", "utcnow", "localdate", "localtime", "monotonic"}
CLOCK_OWNERS = {"datetime", "date", "timezone", "time", "dt"}
FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
OURS = ("src", "tests", "bench")


def assert_none(found: list[str]) -> None:
    """Fails with what was found, one a line: whoever reads it mends it."""
    assert not found, "\n".join([f"{len(found)} found:", *found[:100]])


def test_functions_end_at_40_lines() -> None:
    long = [
        f"{named(path)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in [*modules(*OURS), ROOT / "makul"]
        for node in ast.walk(tree(path))
        if isinstance(node, Function) and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert_none(long)


def test_files_end_at_400_lines() -> None:
    files = [*modules(*OURS), ROOT / "makul", *templates()]
    counted = {named(path): len(path.read_text().splitlines()) for path in files}
    assert_none([f"{name}: {n} lines" for name, n in counted.items() if n > LONGEST_FILE])


def test_each_module_opens_with_a_sentence() -> None:
    silent = []
    for path in [*modules("src", "bench"), ROOT / "makul"]:
        first = (ast.get_docstring(tree(path)) or "").partition("\n\n")[0]
        if not first.endswith((".", "?", "!")):
            silent.append(named(path))
    assert_none(silent)


def test_no_room_is_a_junk_drawer() -> None:
    drawers = [
        named(path)
        for path in modules(*OURS)
        if FORBIDDEN & set(path.relative_to(ROOT).with_suffix("").parts)
    ]
    assert_none(drawers)


def test_core_and_law_read_no_clock() -> None:
    assert_none(clock_readings(modules("src/makul/core", "src/makul/law")))


def test_rooms_are_told_the_time() -> None:
    """Only views, management commands, the worker and tests read the clock."""
    rooms = [
        path
        for path in modules("src/makul")
        if not {"web", "command", "views", "views.py", "management"}
        & set(path.relative_to(ROOT / "src").parts)
    ]
    assert_none(clock_readings(rooms))


def clock_readings(paths: list[Path]) -> list[str]:
    return [
        f"{named(path)}:{node.lineno}"
        for path in paths
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCK
        and isinstance(node.value, ast.Name | ast.Attribute)
        and (node.value.id if isinstance(node.value, ast.Name) else node.value.attr) in CLOCK_OWNERS
        and not (node.attr in {"localdate", "localtime"} and is_told(path, node))
    ]


def is_told(path: Path, node: ast.Attribute) -> bool:
    """`timezone.localdate(now)` reckons with what it is given; without an argument it reads the clock."""
    return any(
        isinstance(call, ast.Call) and call.func is node and call.args
        for call in ast.walk(tree(path))
    )


def test_core_reads_no_files() -> None:
    readers = {
        named(path)
        for path in modules("src/makul/core")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", None) or getattr(node.func, "attr", None)) in FILES
    }
    assert readers == exceptions.CORE_READS_FILES


@pytest.mark.parametrize("name", actions())
def test_no_change_without_its_one_entry(name: str) -> None:
    """On every way through an action, what is written ends in exactly one record.

    A part of actions may write without one when actions alone call it: their own ways include its.
    """
    wrong = [way for way in ways(name) if way[1] > 1 or (way[0] and way[1] != 1)]
    short = name.removeprefix("makul.")
    if short in exceptions.ENTRIES:
        assert wrong, f"{short} keeps the rule now: take it from the exceptions"
    elif wrong:
        outside = {
            module for module in callers().get(name, {""}) if "actions" not in module.split(".")
        }
        assert (wrong, outside) == ([(True, 0)], set())


def test_each_module_with_functions_has_its_test() -> None:
    without = [
        named(path)
        for path in modules("src/makul")
        if any(not name.startswith("_") for name in functions(path))
        and not mirrors(path)
        and dotted(path).removeprefix("makul.") not in exceptions.TESTED_ELSEWHERE
    ]
    assert_none(without)


def mirrors(path: Path) -> list[Path]:
    """tests/core/x/test_y.py for core/x/y.py, or a test of the whole folder: tests/core/test_x.py."""
    *folders, name = path.relative_to(ROOT / "src/makul").with_suffix("").parts
    base = ROOT / "tests"
    own = [] if name == "__init__" else [base.joinpath(*folders, f"test_{name}.py")]
    deeper = sorted(base.joinpath(*folders, *([name] if own else [])).glob("test_*.py"))
    above = [base.joinpath(*folders[:n], f"test_{folders[n]}.py") for n in range(len(folders))]
    if name == "__init__" or folders:
        return [test for test in [*own, *(deeper if own else deeper[:1]), *above] if test.exists()]
    return [test for test in own if test.exists()]


def test_each_exception_still_stands() -> None:
    gone = [name for name in exceptions.TESTED_ELSEWHERE if not stands(name)]
    unknown = [name for name in exceptions.ENTRIES if f"makul.{name}" not in everything()]
    assert (gone, unknown) == ([], [])


def stands(name: str) -> bool:
    path = ROOT / "src/makul" / Path(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def test_migrations_open_with_their_purpose() -> None:
    found = sorted((ROOT / "src").rglob("migrations/0*.py"))
    assert_none([named(p) for p in found if not ast.get_docstring(ast.parse(p.read_text()))])


def templates() -> list[Path]:
    return sorted((ROOT / "src").rglob("templates/**/*.html"))


INLINE = re.compile(r"""<style\b|\sstyle\s*=|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*["']""", re.I)


def test_templates_hold_no_inline_style_or_script() -> None:
    assert_none([named(path) for path in templates() if INLINE.search(path.read_text())])


def test_imports_go_down_only(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlinter.cli import lint_imports

    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", cache_dir=None) == 0


def test_every_text_is_translated() -> None:
    from makul.command import messages

    assert_none([str(text) for text in messages.missing()])
