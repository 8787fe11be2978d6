"""What the load script reckons and how its visitors read forms; the run itself needs a server."""

from __future__ import annotations

import pytest

from bench.load import percentiles, summary
from bench.visiting import Answer, Visitor

PAGE = """<form action="/out/"><input name="csrf" value="1"></form>
<form method="post" action="?do=1"><input type=hidden name="once" value="abc">
<input type="radio" name="stance" value="agreed"><input type="radio" name="kind" value="x" checked>
<select name="eid"><option value="a">A<option value="b" selected>B</select>
<textarea name="text"></textarea><input type="submit" name="do" value="save"></form>
<a href="/next/">on</a>"""


def test_a_form_is_sent_as_it_stood() -> None:
    answer = Answer(200, "/cases/1/work/", PAGE)
    form = answer.form(holding="once")
    assert (form.method, form.action) == ("post", "/cases/1/work/?do=1")
    assert form.fields == [("once", "abc"), ("kind", "x"), ("eid", "b")]
    assert answer.links() == ["/next/"]
    with pytest.raises(LookupError, match="no form with sure at /cases/1/work/"):
        answer.form(holding="sure")


def test_of_a_hundred_answers_the_95th_counts() -> None:
    found = percentiles([n / 100 for n in range(1, 101)])
    assert found == {"n": 100, "middle": 0.5, "p95": 0.95, "slowest": 1.0}


def test_answers_are_told_by_kind_and_by_status() -> None:
    one, other = Visitor("http://a"), Visitor("http://a")
    one.laps = [("read", 0.1, 200), ("file", 0.4, 303)]
    other.laps = [("read", 0.3, 200)]
    found = summary([one, other], took=7.0)
    assert (found["requests"], found["statuses"]) == (3, {"200": 2, "303": 1})
    assert found["by"]["read"] == {"n": 2, "middle": 0.1, "p95": 0.3, "slowest": 0.3}
