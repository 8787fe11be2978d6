"""Children are started apart from the terminal and ended when asked, or else without asking."""

from __future__ import annotations

import os
import socket
import sys
import tempfile

from makul.command.place import ROOT, as_user, end, free_port, start, step


def test_root_is_where_the_launcher_stands() -> None:
    assert (ROOT / "makul").exists()


def test_a_free_port_can_be_listened_on() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port()))


def test_a_child_leads_its_own_session_and_says_into_its_file() -> None:
    with tempfile.TemporaryFile() as output:
        child = start([sys.executable, "-c", "import os; print(os.getsid(0))"], output=output)
        assert child.wait(20) == 0
        output.seek(0)
        assert int(output.read()) == child.pid != os.getsid(0)


def test_children_end_when_asked() -> None:
    children = [start([sys.executable, "-c", "import time; time.sleep(60)"]) for _ in range(2)]
    end(children)
    assert [child.returncode for child in children] == [-15, -15]


def test_no_user_means_no_change_of_rights() -> None:
    assert as_user(None) == {}


def test_a_step_is_said_at_once(capsys) -> None:  # type: ignore[no-untyped-def]
    step("Making the tables")
    assert capsys.readouterr().out == "  Making the tables\n"
