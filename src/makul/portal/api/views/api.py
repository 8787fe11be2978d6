"""The API itself: every operation under one address, and what it answers where it refuses."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from makul.portal.api.views import operations, parliament

api = NinjaAPI(title="Makul", version="1", openapi_url=None, urls_namespace="api")
api.add_router("", operations.router)
api.add_router("", parliament.router)


@api.exception_handler(ValidationError)
def refused(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Each parameter that was refused, and why; nothing of what was typed is sent back."""
    fields = [{name: one[name] for name in ("type", "loc", "msg")} for one in error.errors]
    return api.create_response(request, {"detail": fields}, status=422)
