"""The last minutes of a term: every body answers while readers browse, on a real server.

PYTHONPATH=src python -m bench.load [--seconds 600] [--bodies 264] [--readers 200] [--postgres] [--json]

Ten minutes are pressed into `--seconds`, or take as long as they do. Each body signs in by password, opens its draft position,
saves it with a remark, sends it on and files it; each reader opens a public page every ten seconds
or so. At the end the database is asked whether anything was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from bench.visiting import Answer, Visitor

PASSWORD = "264-aiyl-okmotu"
ARTICLES = 30
PAUSE = 10.0  # seconds between the pages of a reader
WHOLE_TERM = 1.0  # the 95th percentile that is promised, in seconds


def main() -> int:
    given = _arguments()
    from makul.command.postgres import server

    database = server() if given.postgres else nullcontext("")
    with tempfile.TemporaryDirectory(prefix="makul-load-") as name, database as address:
        prepare(Path(name), database=str(address))
        figures = run(given)
    print(json.dumps(figures) if given.json else as_table(figures))
    return 0 if figures["is_whole"] else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument(
        "--seconds", type=float, default=600, help="into which ten minutes are pressed"
    )
    parser.add_argument("--bodies", type=int, default=264)
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--postgres", action="store_true", help="a PostgreSQL server of its own")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def prepare(folder: Path, *, database: str) -> None:
    """Set Django up as a deployment is: no debugging, files collected, a database of its own."""
    for key in [key for key in os.environ if key.startswith("MAKUL_")]:
        del os.environ[key]
    os.environ["MAKUL_VAR"] = str(folder)
    if database:
        create(database)
        os.environ["MAKUL_DATABASE"] = database
    os.environ["DJANGO_SETTINGS_MODULE"] = "makul.web.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)


def create(database: str) -> None:
    """The database itself, in a PostgreSQL server that holds none yet."""
    import psycopg

    server, _, name = database.replace("postgres://", "postgresql://").rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(
            psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name))
        )


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Build the case, start the server and its worker, let everybody in, count what came of it."""
    from django.db import connections

    from makul.command.demo import GUNICORN
    from makul.command.place import PYTHON, end, free_port, start

    number = build(given.bodies)
    connections.close_all()
    port = free_port()
    site = f"http://127.0.0.1:{port}"
    os.environ["MAKUL_BASE_URL"] = site
    children = [
        start([*PYTHON, *GUNICORN, "--bind", f"127.0.0.1:{port}"]),
        start([*PYTHON, "-m", "makul.command", "worker"]),
    ]
    try:
        await_page(site)
        visitors, errors, took = let_in(given, site=site, number=number)
    finally:
        end(children)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = {
        "server_cpu_s": round(used.ru_utime + used.ru_stime, 1),
        **summary(visitors, took=took),
        **kept(given.bodies),
        "errors": errors[:5],
    }
    whole = not errors and not found["lost"] and found["journal"] == "whole"
    return found | {"is_whole": whole}


def build(bodies: int) -> str:
    """A case on the last day of its term, each body told and each with an account that may sign."""
    from datetime import timedelta

    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.models import User
    from django.db import transaction
    from django.utils import timezone

    from bench import scene

    scene.START = timezone.now() - timedelta(days=20)
    house = scene.build_house(bodies=bodies)
    case = scene.build_case(house, articles=ARTICLES)
    with transaction.atomic():
        for body in house.bodies:
            scene.give_mandate(body)
        User.objects.update(password=make_password(PASSWORD))
    return str(case.number)


def await_page(site: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if Visitor(site).get("/", what="start").status == 200:
            return
        time.sleep(0.3)
    raise SystemExit("the server did not answer within a minute")


def let_in(
    given: argparse.Namespace, *, site: str, number: str
) -> tuple[list[Visitor], list[str], float]:
    """Each body and each reader in a thread of its own; bodies come evenly over the time."""
    chance, errors, is_over = random.Random(264), list[str](), threading.Event()
    visitors = [Visitor(site) for _n in range(given.bodies + given.readers)]
    begun = time.monotonic()

    def body(n: int, wait: float) -> None:
        time.sleep(wait)
        try:
            answer(visitors[n], username=f"demo-aa-{n:03}", number=number)
        except Exception as error:  # whatever it is, it is one body that could not answer
            errors.append(f"body {n}: {error!r:.300}")

    def reader(n: int) -> None:
        while not is_over.wait(chance.uniform(0, 2 * PAUSE)):
            browse(visitors[n], number=number, errors=errors)

    waits = [chance.uniform(0, given.seconds * 0.9) for _n in range(given.bodies)]
    bodies = [threading.Thread(target=body, args=(n, wait)) for n, wait in enumerate(waits)]
    rest = range(given.bodies, given.bodies + given.readers)
    readers = [threading.Thread(target=reader, args=(n,)) for n in rest]
    for one in (*bodies, *readers):
        one.start()
    for one in bodies:
        one.join()
    took = time.monotonic() - begun
    is_over.set()
    for one in readers:
        one.join()
    return visitors, errors, took


def answer(visitor: Visitor, *, username: str, number: str) -> None:
    """Sign in, open the draft position, save it, send it on, file it, and hold the receipt."""
    door = visitor.get("/sign-in/password/", what="the door")
    form = door.form(holding="csrfmiddlewaretoken")
    expect(visitor.send(form, what="sign in", username=username, password=PASSWORD))
    path = f"/cases/{number}/work/position/"
    page = expect(visitor.get(path, what="open"))
    typed = {
        "stance": "not_agreed",
        "r0-eid": "art_7",
        "r0-kind": "objection",
        "r0-text": "Чыгымдын булагы көрсөтүлгөн эмес.",
        "r0-reason": "Айылдын бюджетинде мындай каражат каралган эмес.",
        "r0-yearly_som": "240000",
    }
    page = expect(visitor.send(page.form(holding="once"), what="save", **typed, do="save"))
    page = expect(visitor.send(page.form(holding="once"), what="send on", **typed, do="send"))
    time.sleep(random.uniform(0.5, 2))
    form = page.form(holding="once")
    page = expect(visitor.send(form, what="file", sure="on"))
    if not page.address.endswith("/receipt/"):
        raise LookupError(f"filing ended at {page.address}")


def expect(answer: Answer) -> Answer:
    if answer.status != 200:
        raise LookupError(f"{answer.status} at {answer.address}: {answer.text[-200:]}")
    return answer


def browse(visitor: Visitor, *, number: str, errors: list[str]) -> None:
    """One public page: most look at the case, some at the lists."""
    case = f"/cases/{number}/"
    pages = (case, f"{case}text/", f"{case}bodies/", f"{case}rows/", "/cases/", "/", "/not-agreed/")
    page = visitor.get(random.choice(pages), what="read")
    if page.status not in {200, 304}:
        errors.append(f"reader: {page.status} at {page.address}")


def kept(bodies: int) -> dict[str, Any]:
    """What the database holds afterwards: each position, each receipt, each entry, a journal in order."""
    from django.utils import timezone

    from makul.cases.models import Position
    from makul.core import journal
    from makul.journal.actions import make_checkpoint
    from makul.journal.key import public_key
    from makul.journal.models import Entry
    from makul.journal.queries import export_lines

    filed = Position.objects.filter(state="filed").exclude(receipt="")
    make_checkpoint(at=timezone.now())
    report = journal.verify(export_lines(), keys=[public_key()])
    numbers = {
        "filed": filed.count(),
        "receipts": filed.values("receipt").distinct().count(),
        "entries": Entry.objects.filter(action="position").count(),
    }
    return numbers | {
        "lost": sum(bodies - n for n in numbers.values()),
        "journal": "whole" if not report.broken else f"{report.broken[:1]}",
    }


def summary(visitors: list[Visitor], *, took: float) -> dict[str, Any]:
    """The middle and the 95th percentile of all answers and of each kind of work."""
    laps = [lap for visitor in visitors for lap in visitor.laps]
    kinds = sorted({what for what, _s, _status in laps})
    return {
        "seconds": round(took, 1),
        "requests": len(laps),
        "statuses": dict(Counter(str(status) for _what, _s, status in laps)),
        "all": percentiles([s for _what, s, _status in laps]),
        "by": {kind: percentiles([s for what, s, _st in laps if what == kind]) for kind in kinds},
    }


def percentiles(times: list[float]) -> dict[str, float]:
    """Of so many answers: the middle one, the 95th of a hundred, the slowest, in seconds.

    >>> percentiles([0.1] * 95 + [2.0] * 5)
    {'n': 100, 'middle': 0.1, 'p95': 0.1, 'slowest': 2.0}
    """
    ranked = sorted(times)
    last = len(ranked) - 1
    middle, late = ranked[last // 2], ranked[-(-95 * len(ranked) // 100) - 1]
    return {
        "n": len(ranked),
        "middle": round(middle, 3),
        "p95": round(late, 3),
        "slowest": round(ranked[last], 3),
    }


def as_table(figures: dict[str, Any]) -> str:
    lines = [f"{'':<22}{'answers':>8}{'middle':>9}{'p95':>9}{'slowest':>9}   (seconds)"]
    for name, one in [*figures["by"].items(), ("all", figures["all"])]:
        lines.append(f"{name:<22}{one['n']:>8}{one['middle']:>9}{one['p95']:>9}{one['slowest']:>9}")
    said = (
        "seconds",
        "server_cpu_s",
        "statuses",
        "filed",
        "receipts",
        "entries",
        "journal",
        "errors",
    )
    lines += [f"{name}: {figures[name]}" for name in said]
    reached = figures["is_whole"] and figures["all"]["p95"] < WHOLE_TERM
    lines.append(
        f"95 of 100 answers under {WHOLE_TERM} s and nothing lost: {'reached' if reached else 'MISSED'}"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
