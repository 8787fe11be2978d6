"""The launcher sets up a project of its own, goes on without delay, repairs, and hands over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = """
import os, sys
print("ran", sys.argv[1:], os.getcwd(), os.environ["MAKUL_VAR"])
sys.exit(7)
"""


@pytest.fixture(scope="module")
def launcher() -> ModuleType:
    loader = SourceFileLoader("launcher", str(ROOT / "makul"))
    module = ModuleType("launcher")
    module.__file__ = loader.path
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny project with the real launcher, locks that name nothing, and a command that tells."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "makul", folder / "makul")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (folder / lock).write_text("# nothing\n")
    package = folder / "src/makul/command"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(COMMAND)
    return folder


def launch(project: Path, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = {"PATH": "/usr/bin:/bin", "HOME": str(project)}
    return subprocess.run(
        [sys.executable, str(project / "makul"), *words],
        capture_output=True,
        text=True,
        cwd=cwd or project,
        env=env,
    )


def test_set_up_once_then_hand_over(project: Path, tmp_path: Path) -> None:
    (
        tmp_path / "makul"
    ).mkdir()  # a folder of that name where one stands must not be taken for ours
    first = launch(project, "demo", "--port", "8 1", cwd=tmp_path)
    assert (first.returncode, first.stdout) == (
        7,
        f"ran ['demo', '--port', '8 1'] {tmp_path} {project}/var\n",
    )
    assert first.stderr.startswith("Setting up Makul in .venv")
    again = launch(project, "demo")
    assert (again.returncode, again.stderr) == (7, "")


def test_a_changed_lock_or_the_tests_need_a_new_set_up(project: Path) -> None:
    launch(project)
    assert launch(project, "test").stderr.startswith("Setting up")
    assert launch(project, "test").stderr == ""
    (project / "requirements.lock").write_text("# still nothing\n")
    assert launch(project).stderr.startswith("Setting up")
    assert launch(project).stderr == ""


def test_an_interrupted_set_up_is_made_anew(project: Path) -> None:
    launch(project)
    (project / ".venv/unfinished").touch()
    (project / ".venv/left-half-done").touch()
    assert "making the environment" in launch(project).stderr
    assert not (project / ".venv/left-half-done").exists()
    assert launch(project).stderr == ""


def test_a_package_that_is_not_what_the_lock_says_is_refused(project: Path) -> None:
    launch(project)
    before = (project / "requirements.lock").read_text()
    (project / "requirements.lock").write_text("pip==0.0.0 --hash=sha256:" + "0" * 64 + "\n")
    found = launch(project, "demo")
    (project / "requirements.lock").write_text(before)
    assert (found.returncode, found.stdout) == (1, "")
    assert "The packages could not be installed" in found.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("3.12.1", (3, 12)),
        ("3.9.18", (3, 9)),
        ("cpython-3.14.0-linux-x86_64-gnu", (3, 14)),
        ("3.13.0t", (0,)),
        ("3.14-dev", (3, 14)),
        ("pypy3.10-7.3", (0,)),
        ("system", (0,)),
    ],
)
def test_versions_in_names_of_folders(
    launcher: ModuleType, name: str, version: tuple[int, ...]
) -> None:
    assert launcher.version_in(name) == version


def test_a_shim_that_fails_is_passed_over(launcher: ModuleType, tmp_path: Path) -> None:
    shim = tmp_path / "python3.12"
    shim.write_text("#!/bin/sh\necho 'pyenv: python3.12: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    assert launcher.ask(str(shim)) is None
    assert launcher.ask(str(tmp_path / "nothing")) is None
    assert launcher.ask(sys.executable) == (sys.version_info[:2], "")


def test_it_can_be_read_by_older_pythons() -> None:
    """An old Python must come as far as the sentence that says it is too old."""
    source = (ROOT / "makul").read_text()
    compile(source, "makul", "exec", dont_inherit=True)
    old = [path for path in ("/usr/bin/python3",) if os.access(path, os.X_OK)]
    for python in old:
        subprocess.run(
            [python, "-c", "import ast,sys; ast.parse(sys.stdin.read())"],
            input=source.encode(),
            check=True,
        )
