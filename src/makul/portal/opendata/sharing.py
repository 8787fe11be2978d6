"""How public data is handed out: to every origin, without cookies, and only once while nothing changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control

from makul.journal.views import etag_of, head_mark

READS = ("GET", "HEAD", "OPTIONS")
View = Callable[..., HttpResponseBase]


def open_to_all(view: View) -> View:
    """GET for every origin; 304 to an unchanged conditional request; no cookie goes out (one query)."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return shared(HttpResponse(status=204), methods=True)
        if request.method not in READS:
            return shared(view(request, *args, **kwargs))
        etag = etag_of(lambda: f"{head_mark()}-{place_of(request)}")
        unchanged = get_conditional_response(request, etag=etag)
        response: HttpResponseBase = unchanged or view(request, *args, **kwargs)
        if response.status_code == 200:
            response["ETag"] = etag
        patch_cache_control(response, public=True, no_cache=True)
        return shared(response)

    return page


def place_of(request: HttpRequest) -> str:
    """The address in short: what one address said vouches for no other."""
    return hashlib.sha256(request.get_full_path().encode()).hexdigest()[:12]


def shared(response: HttpResponseBase, *, methods: bool = False) -> HttpResponseBase:
    """May be read by a page of any other site; the session of the reader plays no part."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Content-Language"] = "ky, ru"
    if methods:
        response["Access-Control-Allow-Methods"] = ", ".join(READS)
        response["Access-Control-Allow-Headers"] = "If-None-Match"
        response["Access-Control-Max-Age"] = "86400"
        response["Allow"] = ", ".join(READS)
    return response
