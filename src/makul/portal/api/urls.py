"""Addresses of the API: each operation, its description for machines and for people."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, URLResolver, path, re_path

from makul.portal.api.description import description
from makul.portal.api.views.api import api
from makul.portal.api.views.documentation import documentation
from makul.portal.opendata.sharing import open_to_all


def openapi(request: HttpRequest) -> JsonResponse:
    return JsonResponse(description(), json_dumps_params={"ensure_ascii": False})


def nothing(request: HttpRequest, rest: str) -> JsonResponse:
    """An address under the API that there is not, said as the API says it."""
    return JsonResponse({"detail": "Not Found"}, status=404)


def operations() -> list[URLPattern | URLResolver]:
    """The operations, each handed out as open data is."""
    found, _app, _namespace = api.urls
    for one in found:
        if isinstance(one, URLPattern):
            one.callback = open_to_all(one.callback)
    return found


urlpatterns = [
    path("docs/", documentation, name="api_docs"),
    path("openapi.json", open_to_all(openapi), name="openapi"),
    *operations(),
    re_path("^(?P<rest>.*)$", open_to_all(nothing)),
]
