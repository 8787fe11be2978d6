"""A visitor with a browser's manners: keeps cookies, fills the forms it is served, and times each answer."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit

TIMEOUT = 60
MOST_TURNS = 5  # answers that send one elsewhere


@dataclass
class Form:
    """A form as it stood on the page: where it goes and what it holds, radio buttons unchosen."""

    action: str = ""
    method: str = "get"
    fields: list[tuple[str, str]] = field(default_factory=list)


class Reader(HTMLParser):
    """The forms of a page and the links on it."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower()))
        elif self.forms and tag == "select":
            self._select = given.get("name", "")
        elif self.forms and tag == "option" and "selected" in given and self._select:
            self.forms[-1].fields.append((self._select, given.get("value", "")))
        elif self.forms and tag == "input" and self._is_sent(given):
            self.forms[-1].fields.append((given["name"], given.get("value", "")))

    @staticmethod
    def _is_sent(given: dict[str, str]) -> bool:
        kind = given.get("type", "text")
        if kind in {"radio", "checkbox"}:
            return "checked" in given and "name" in given
        return kind not in {"submit", "button", "file", "image"} and "name" in given


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    address: str
    text: str

    def form(self, *, holding: str) -> Form:
        """The form that has a field of this name. Raises: LookupError."""
        page = Reader()
        page.feed(self.text)
        for one in page.forms:
            if any(name == holding for name, _value in one.fields):
                return Form(
                    urljoin(self.address, one.action or self.address), one.method, one.fields
                )
        raise LookupError(f"no form with {holding} at {self.address} ({self.status})")

    def links(self) -> list[str]:
        page = Reader()
        page.feed(self.text)
        return [urljoin(self.address, link) for link in page.links]


class Visitor:
    """One browser. `laps`: what was asked for, the seconds each answer took, and its status."""

    def __init__(self, site: str) -> None:
        self.host = urlsplit(site).netloc
        self.site = site
        self.cookies: dict[str, str] = {"language": "ky"}
        self.tags: dict[str, str] = {}  # of pages seen before, as a browser keeps them
        self.laps: list[tuple[str, float, int]] = []

    def get(self, path: str, *, what: str) -> Answer:
        return self._ask("GET", path, None, what=what)

    def send(self, form: Form, *, what: str, **typed: str) -> Answer:
        """Send a form as it stood, with what is typed in the place of what it held."""
        kept = [(name, value) for name, value in form.fields if name not in typed]
        return self._ask("POST", form.action, urlencode([*kept, *typed.items()]), what=what)

    def _ask(self, method: str, path: str, body: str | None, *, what: str) -> Answer:
        """Ask, and go where one is sent; each answer on the way is timed by itself."""
        for _turn in range(MOST_TURNS):
            status, onward, text = self._once(method, path, body, what=what)
            if not onward:
                return Answer(status, path, text)
            method, path, body, what = "GET", urljoin(path, onward), None, f"{what}, after"
        return Answer(0, path, "sent round in a circle")

    def _once(self, method: str, path: str, body: str | None, *, what: str) -> tuple[int, str, str]:
        parts = urlsplit(path)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is None and path in self.tags:
            headers["If-None-Match"] = self.tags[path]
        if body is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": self.site,
                "Referer": f"{self.site}{target}",
            }
        begun = time.perf_counter()
        connection = http.client.HTTPConnection(self.host, timeout=TIMEOUT)
        try:
            connection.request(method, target, body=body, headers=headers)
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
            status = response.status
        except OSError as error:
            self.laps.append((what, time.perf_counter() - begun, 0))
            return 0, "", str(error)
        finally:
            connection.close()
        self.laps.append((what, time.perf_counter() - begun, status))
        if method == "GET" and (tag := response.headers.get("ETag")):
            self.tags[path] = tag
        for header in response.msg.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        return status, response.headers.get("Location", "") if 300 <= status < 400 else "", text
