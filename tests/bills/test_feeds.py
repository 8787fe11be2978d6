"""Feeds are read over real HTTP: Atom, RSS and JSON; unchanged lists are not read again, bad ones are kept apart."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from makul.bills import feeds
from makul.bills.feeds import AtomRegister, JsonRegister, Seen, read_due
from makul.bills.models import Bill, Feed, Intake
from makul.bills.watch import watch
from makul.core.errors import BadInput
from tests.bills.making import NOW

ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<entry><id>urn:kt:17</id><title>О порядке оплаты жильцами айыл окмоту</title>
<link href="https://example.org/17"/><published>2026-09-09T10:00:00+06:00</published>
<summary>Расходы <b>местного</b> бюджета</summary><category term="initiator_kind:deputies"/></entry>
<entry><id>urn:kt:18</id><title>Көчө жарыгы жөнүндө</title><updated>2026-09-10</updated></entry></feed>"""
RSS = """<rss version="2.0"><channel><item><guid>r-1</guid><title>О пчёлах</title>
<link>https://example.org/r1</link><pubDate>Thu, 10 Sep 2026 04:00:00 +0000</pubDate></item></channel></rss>"""
ENTITIES = '<!DOCTYPE f [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed><entry>&b;</entry></feed>'


@dataclass
class Server:
    """A register on this machine; `asked` are the headers of every request."""

    body: bytes = b""
    status: int = 200
    etag: str = '"v1"'
    asked: list[dict[str, str]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def server() -> Iterator[Server]:
    own = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            own.asked.append(dict(self.headers))
            known = own.etag and self.headers["If-None-Match"] == own.etag
            self.send_response(304 if known else own.status)
            self.send_header("ETag", own.etag)
            self.send_header("Last-Modified", "Thu, 10 Sep 2026 04:00:00 GMT")
            self.end_headers()
            if not known:
                self.wfile.write(own.body)

        def log_message(self, *_: object) -> None:
            """Nothing is said on the terminal of the tests."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    own.url = f"http://127.0.0.1:{httpd.server_port}/bills"
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield own
    httpd.shutdown()
    httpd.server_close()


def test_atom(server: Server) -> None:
    server.body = ATOM.encode()
    register = AtomRegister(server.url, initiator_kind="cabinet")
    first, second = register.entries(Seen())
    assert first == {
        "initiator_kind": "deputies",
        "number": "urn:kt:17",
        "title_ru": "О порядке оплаты жильцами айыл окмоту",
        "summary_ru": "Расходы местного бюджета",
        "address": "https://example.org/17",
        "registered_on": "2026-09-09",
    }
    assert (second["title_ky"], second["initiator_kind"]) == ("Көчө жарыгы жөнүндө", "cabinet")
    assert register.seen == Seen('"v1"', "Thu, 10 Sep 2026 04:00:00 GMT")


def test_rss(server: Server) -> None:
    server.body = RSS.encode()
    (row,) = AtomRegister(server.url).entries(Seen())
    assert (row["number"], row["registered_on"]) == ("r-1", "2026-09-10")


def test_what_has_not_changed_is_not_read_again(server: Server) -> None:
    server.body = json.dumps([{"number": "1"}]).encode()
    register = JsonRegister(server.url)
    assert len(list(register.entries(Seen()))) == 1
    assert list(register.entries(register.seen)) == []
    assert server.asked[1]["If-None-Match"] == '"v1"'
    assert server.asked[1]["If-Modified-Since"] == "Thu, 10 Sep 2026 04:00:00 GMT"


@pytest.mark.parametrize("body", ["no xml", ENTITIES, ""])
def test_what_is_no_feed(server: Server, body: str) -> None:
    server.body = body.encode()
    with pytest.raises(BadInput, match="feed_failed"):
        list(AtomRegister(server.url).entries(Seen()))


@pytest.mark.parametrize("body", ["{", '"x"', '{"bills": 3}'])
def test_what_is_no_list(server: Server, body: str) -> None:
    server.body = body.encode()
    with pytest.raises(BadInput, match="feed_failed"):
        list(JsonRegister(server.url).entries(Seen()))


def test_a_list_without_end_and_a_server_that_is_not_there(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "LARGEST", 10)
    server.body = b"x" * 100
    with pytest.raises(BadInput, match="larger"):
        list(JsonRegister(server.url).entries(Seen()))
    with pytest.raises(BadInput, match="feed_failed"):
        list(JsonRegister("http://127.0.0.1:9/").entries(Seen()))


def follow(server: Server, form: str = "atom") -> Feed:
    return Feed.objects.create(
        source="portal", url=server.url, form=form, initiator_kind="cabinet", next_read_at=NOW
    )


@pytest.mark.django_db
def test_the_worker_reads_a_feed_in_its_hour_and_what_was_known_leaves_no_trace(
    server: Server,
) -> None:
    server.body = ATOM.encode()
    feed = follow(server)
    assert watch(NOW) == 2  # the feed, and an alert of the bill that touches local communities
    assert dict(Bill.objects.values_list("number", "touches")) == {
        "urn:kt:17": "likely",
        "urn:kt:18": "unknown",
    }
    assert read_due(now=NOW) == 0 and len(server.asked) == 1
    server.etag = '"v2"'
    assert read_due(now=NOW + timedelta(hours=1)) == 0
    feed.refresh_from_db()
    assert (feed.etag, feed.failure, Intake.objects.count()) == ('"v2"', "", 1)


@pytest.mark.django_db
def test_a_feed_that_fails_is_tried_again_later_and_says_why(server: Server) -> None:
    server.status = 500
    feed = follow(server, "json")
    assert read_due(now=NOW) == 0
    feed.refresh_from_db()
    assert (feed.failure, feed.read_at) == ("it answered 500", None)
    assert feed.next_read_at == NOW + feeds.PAUSE_AFTER_FAILURE
    assert not Intake.objects.exists()


@pytest.mark.django_db
def test_nothing_is_followed_by_default() -> None:
    assert read_due(now=NOW) == 0 and not Feed.objects.exists()
