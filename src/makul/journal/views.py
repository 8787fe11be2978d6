"""What views of every room share: a reader who asks again gets nothing made anew while nothing was recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language

from makul.journal.models import Entry

View = Callable[..., Any]
PROGRAM = Path(__file__).resolve().parents[1]
DRAWN_BY = {".py", ".html", ".mo"}


@cache
def release() -> str:
    """A mark of this program: a new release may draw the same facts otherwise.

    All processes that serve one release have the same mark, so that whichever answers knows the page.
    """
    found = hashlib.sha256()
    for path in sorted(PROGRAM.rglob("*")):
        if path.suffix in DRAWN_BY:
            told = path.stat()
            found.update(
                f"{path.relative_to(PROGRAM)} {told.st_size} {told.st_mtime_ns}\n".encode()
            )
    return found.hexdigest()[:8]


def head_mark() -> str:
    """The number of the last entry of the journal (one query)."""
    last = Entry.objects.order_by("-number").values_list("number", flat=True).first()
    return str(last or 0)


def etag_of(mark: Callable[[], str] = head_mark) -> str:
    """What a page was drawn from: the release, what is recorded, the day, the language."""
    language = (get_language() or "ky")[:2]
    return f'W/"{release()}-{mark()}-{timezone.localdate():%Y%m%d}-{language}"'


def has_session(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def cached_by(mark: Callable[[], str]) -> Callable[[View], View]:
    """For those not signed in: a page asked for again is 304 while its mark is the same."""

    def around(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in {"GET", "HEAD"} or has_session(request):
                return view(request, *args, **kwargs)  # type: ignore[no-any-return]
            etag = etag_of(mark)
            if answer := get_conditional_response(request, etag=etag):
                patch_cache_control(answer, no_cache=True)
                return answer
            response: HttpResponseBase = view(request, *args, **kwargs)
            if response.status_code == 200:
                response["ETag"] = etag
                patch_cache_control(response, no_cache=True)
            return response

        return page

    return around


def cached(view: View) -> View:
    """The mark is the last entry: one query tells whether anything was recorded since."""
    return cached_by(head_mark)(view)
