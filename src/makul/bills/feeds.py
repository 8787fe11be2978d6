"""Reads lists of bills that registers offer at an address: Atom, RSS, or JSON; nothing is followed by default."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Protocol

from lxml import etree

from makul.bills.actions.taking_in import RegisterFile, take_in
from makul.bills.models import Feed, Intake
from makul.core.errors import BadInput
from makul.core.provisions.language import language_of

SECONDS = 20
LARGEST = 20_000_000
PAUSE = timedelta(minutes=30)
PAUSE_AFTER_FAILURE = timedelta(hours=2)
ATOM = "{http://www.w3.org/2005/Atom}"
type Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the server said of the list when it was read last: asked again, it may answer «unchanged»."""

    etag: str = ""
    last_modified: str = ""


class Register(Protocol):
    """A register that can be read: its rows as `intake.row` checks them, none where nothing changed.

    After `entries` was read, `seen` is what the next reading begins with. Raises: BadInput
    `feed_failed`.
    """

    seen: Seen

    def entries(self, since: Seen) -> Iterator[Row]: ...


class HttpRegister:
    """What both kinds share: asking the server, within limits of time and size."""

    def __init__(self, url: str, *, initiator_kind: str = "") -> None:
        self.url, self.initiator_kind, self.seen = url, initiator_kind, Seen()

    def entries(self, since: Seen) -> Iterator[Row]:
        data = self._ask(since)
        for row in self.rows(data) if data is not None else ():
            yield {"initiator_kind": self.initiator_kind} | row

    def rows(self, data: bytes) -> Iterator[Row]:
        raise NotImplementedError

    def _ask(self, since: Seen) -> bytes | None:
        """The bytes of the list; None where the server says that it has not changed."""
        headers = {"User-Agent": "Makul (register of bills)"}
        if since.etag:
            headers["If-None-Match"] = since.etag
        if since.last_modified:
            headers["If-Modified-Since"] = since.last_modified
        request = urllib.request.Request(self.url, headers=headers)  # noqa: S310 - http only, checked when it was added
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - as above
                data: bytes = answer.read(LARGEST + 1)
                self.seen = Seen(
                    (answer.headers["ETag"] or "")[:300],
                    (answer.headers["Last-Modified"] or "")[:80],
                )
        except urllib.error.HTTPError as error:
            if error.code == HTTPStatus.NOT_MODIFIED:
                self.seen = since
                return None
            raise BadInput("feed_failed", why=f"it answered {error.code}") from error
        except (OSError, ValueError) as error:
            raise BadInput("feed_failed", why=f"{type(error).__name__}: {error}"[:200]) from error
        if len(data) > LARGEST:
            raise BadInput("feed_failed", why=f"it is larger than {LARGEST // 1_000_000} MB")
        return data


class JsonRegister(HttpRegister):
    """A JSON list of rows, of the same form as a file."""

    def rows(self, data: bytes) -> Iterator[Row]:
        try:
            found = json.loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise BadInput("feed_failed", why="it is no JSON") from error
        listed = found.get("bills") if isinstance(found, dict) else found
        if not isinstance(listed, list):
            raise BadInput("feed_failed", why="it is no list of bills")
        yield from (row for row in listed if isinstance(row, dict))


class AtomRegister(HttpRegister):
    """An Atom or RSS feed: one entry a bill. A category names the initiator where it is known."""

    def rows(self, data: bytes) -> Iterator[Row]:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise BadInput("feed_failed", why="it is no feed") from error
        if root.getroottree().docinfo.doctype:
            raise BadInput("feed_failed", why="it carries declarations no feed has")
        for item in (*root.iter(f"{ATOM}entry"), *root.iter("item")):
            yield row_of(item)


def row_of(item: Any) -> Row:
    """An entry as a row; what it does not say is left out."""
    title = said(item, "title")
    language = language_of([title])
    link = item.find(f"{ATOM}link")
    address = link.get("href", "") if link is not None else said(item, "link")
    categories = [
        one.get("term") or (one.text or "").strip()
        for one in (*item.iter(f"{ATOM}category"), *item.iter("category"))
    ]
    named = dict(one.split(":", 1) for one in categories if one and ":" in one)
    return {
        "number": (named.get("number") or said(item, "id", "guid") or address)[-60:],
        f"title_{language if language in {'ky', 'ru'} else 'ru'}": title,
        f"summary_{language if language in {'ky', 'ru'} else 'ru'}": said(
            item, "summary", "description"
        )[:10_000],
        "address": address,
        "registered_on": day_of(said(item, "published", "pubDate", "updated")),
    } | {name: named[name] for name in ("initiator_kind", "stage", "case_number") if name in named}


def said(item: Any, *names: str) -> str:
    """The text of the first of these elements that says anything."""
    for name in names:
        for tag in (f"{ATOM}{name}", name):
            text = (
                "".join(found.itertext()).strip() if (found := item.find(tag)) is not None else ""
            )
            if text:
                return " ".join(text.split())
    return ""


def day_of(text: str) -> str:
    """The day of a moment as Atom (ISO 8601) or RSS (RFC 822) writes it.

    >>> day_of("Thu, 10 Sep 2026 04:00:00 +0000"), day_of("2026-09-10T10:00:00+06:00")
    ('2026-09-10', '2026-09-10')
    """
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError):
        return text[:10]


FORMS: Mapping[str, type[HttpRegister]] = {"atom": AtomRegister, "json": JsonRegister}


def read_due(*, now: datetime) -> int:
    """Read the feeds whose hour has come. Returns how many told anything new."""
    done = 0
    for feed in Feed.objects.filter(next_read_at__lte=now):
        done += read_feed(feed, now=now)
    return done


def read_feed(feed: Feed, *, now: datetime) -> int:
    """One reading; what goes wrong is kept with the feed and tried again later."""
    register = FORMS[feed.form](feed.url, initiator_kind=feed.initiator_kind)
    feed.failure, feed.next_read_at = "", now + PAUSE
    try:
        rows = list(register.entries(Seen(feed.etag, feed.last_modified)))
        told = keep(feed, rows, now=now) if rows else 0
    except BadInput as error:
        feed.failure = str(error.params.get("why", error.code))[:300]
        feed.next_read_at, told = now + PAUSE_AFTER_FAILURE, 0
    else:
        feed.read_at = now
        feed.etag, feed.last_modified = register.seen.etag, register.seen.last_modified
    feed.save()
    return told


def keep(feed: Feed, rows: list[Row], *, now: datetime) -> int:
    """The rows as a file of the register; a reading that told nothing leaves no trace."""
    data = json.dumps({"bills": rows}, ensure_ascii=False).encode()
    file = RegisterFile(feed.source, feed.url, "json", data, feed.is_demonstration)
    intake = take_in(file=file, actor=None, now=now).intake
    if intake.new or intake.changed or is_told_first(intake):
        return 1
    intake.delete()
    return 0


def is_told_first(intake: Intake) -> bool:
    """Whether it refuses what no reading refused before."""
    same = Intake.objects.filter(source=intake.source, refusals=intake.refusals)
    return bool(intake.refused) and not same.exclude(pk=intake.pk).exists()
