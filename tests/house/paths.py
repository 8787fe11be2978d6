"""What a function changes and how many entries it makes, along each way through it.

A way is a pair: whether rows were written, and how many entries were recorded (2 stands for more).
Ways that end in an error are left out: the transaction takes them back.
"""

from __future__ import annotations

import ast
from functools import cache
from itertools import product

from tests.house.tree import Function, dotted, functions, imports, modules, tree

Way = tuple[bool, int]
Ways = frozenset[Way]
NOTHING: Ways = frozenset({(False, 0)})
WRITES = {"save", "create", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}
RECORDS = {"makul.journal.actions.record", "makul.journal.actions.record_many"}


@cache
def everything() -> dict[str, tuple[str, Function]]:
    """Every function of the product: its full name -> (the name of its module, its tree)."""
    return {
        f"{dotted(path)}.{name}": (dotted(path), function)
        for path in modules("src")
        for name, function in functions(path).items()
    }


@cache
def paths_of_modules() -> dict[str, dict[str, str]]:
    return {dotted(path): imports(path) for path in modules("src")}


def ways(name: str, seen: frozenset[str] = frozenset()) -> Ways:
    """The ways through the function of this full name."""
    if name in RECORDS:
        return frozenset({(False, 1)})
    if name in seen or name not in everything():
        return NOTHING
    module, function = everything()[name]
    return _ways(name, module, function, seen | {name})


@cache
def _ways(name: str, module: str, function: Function, seen: frozenset[str]) -> Ways:
    reader = Reader(module, seen)
    falls = reader.block(function.body, NOTHING)
    return falls | frozenset(reader.returned)


def then(first: Ways, second: Ways) -> Ways:
    return frozenset((a or b, min(m + n, 2)) for (a, m), (b, n) in product(first, second))


def repeated(once: Ways) -> Ways:
    """A body of a loop: not at all, or again and again."""
    return NOTHING | frozenset((writes, min(2 * entries, 2)) for writes, entries in once)


class Reader:
    """Follows the statements of one function."""

    def __init__(self, module: str, seen: frozenset[str]) -> None:
        self.module, self.seen = module, seen
        self.returned: set[Way] = set()

    def block(self, statements: list[ast.stmt], ways_so_far: Ways) -> Ways:
        for statement in statements:
            ways_so_far = self.statement(statement, ways_so_far)
        return ways_so_far

    def statement(self, node: ast.stmt, before: Ways) -> Ways:
        """The ways that go on after `node`; those that return are kept aside, errors dropped."""
        match node:
            case ast.Return():
                self.returned |= then(before, self.calls(node))
                return frozenset()
            case ast.Raise() | ast.FunctionDef() | ast.ClassDef():
                return frozenset() if isinstance(node, ast.Raise) else before
            case ast.If():
                before = then(before, self.calls(node.test))
                return self.block(node.body, before) | self.block(node.orelse, before)
            case ast.For() | ast.While():
                head = node.iter if isinstance(node, ast.For) else node.test
                before = then(before, self.calls(head))
                return then(before, repeated(self.block(node.body, NOTHING)))
            case ast.With():
                return self.block(node.body, then(before, self.calls(*node.items)))
            case ast.Try():
                tried = self.block([*node.body, *node.orelse], before)
                caught = [self.block(handler.body, before) for handler in node.handlers]
                return self.block(node.finalbody, tried.union(*caught))
            case ast.Match():
                before = then(before, self.calls(node.subject))
                return before.union(*(self.block(case.body, before) for case in node.cases))
        return then(before, self.calls(node))

    def calls(self, *nodes: ast.AST) -> Ways:
        found = NOTHING
        for node in nodes:
            for call in (part for part in ast.walk(node) if isinstance(part, ast.Call)):
                found = then(found, self.call(call))
        return found

    def call(self, call: ast.Call) -> Ways:
        full, target = self.called(call), call.func
        if full in everything() or full in RECORDS:
            return ways(full, self.seen)
        if not isinstance(target, ast.Attribute):
            return NOTHING
        is_update = target.attr == "update" and call.keywords and not call.args
        is_delete = target.attr == "delete" and not call.args
        if target.attr in WRITES or is_update or is_delete:
            return frozenset({(True, 0)})
        return NOTHING

    def called(self, call: ast.Call) -> str:
        """The full name of the function that `call` calls; empty where that is a method or unknown."""
        match call.func:
            case ast.Name(id=name):
                return self.meant(name)
            case ast.Attribute(value=ast.Name(id=module), attr=name):
                return f"{self.meant(module)}.{name}"
        return ""

    def meant(self, name: str) -> str:
        """The full name behind a name in this module, also through a package's re-export."""
        full = paths_of_modules()[self.module].get(name, f"{self.module}.{name}")
        package, _, last = full.rpartition(".")
        return paths_of_modules().get(package, {}).get(last, full)


def actions() -> list[str]:
    """The public functions of every room's actions, but the journal's own."""
    return [
        name
        for name, (module, _) in everything().items()
        if "actions" in module.split(".")
        and not module.startswith("makul.journal")
        and not name.rpartition(".")[2].startswith("_")
    ]


@cache
def callers() -> dict[str, set[str]]:
    """From which modules each function of the product is called: full name -> names of modules."""
    found: dict[str, set[str]] = {}
    for path in modules("src"):
        module = dotted(path)
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                found.setdefault(Reader(module, frozenset()).called(node), set()).add(module)
    return found
