"""Notes now and then that a session is in use, and holds signatories to a second factor where that is asked."""

from __future__ import annotations

from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from makul.accounts.views.arrival import ASK_KEY, SEEN_KEY

EVERY_SECONDS = 10 * 60
OPEN_TO_ALL = ("/account/", "/sign-out/", "/static/")


class SeenMiddleware:
    """Reads the session only where the page has read it: a public page stays without cookies."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_held_back(request):
            messages.warning(
                request, _("Whoever may sign here needs a second factor. Add one first.")
            )
            return redirect("account")
        response = self.get_response(request)
        note_seen(request)
        return response


def is_held_back(request: HttpRequest) -> bool:
    """With MAKUL_REQUIRE_SECOND_FACTOR a signatory without one gets no further than the account."""
    if not settings.MAKUL_REQUIRE_SECOND_FACTOR or request.path.startswith(OPEN_TO_ALL):
        return False
    return bool(request.session.get(ASK_KEY))


def note_seen(request: HttpRequest) -> None:
    session = request.session
    seen = session.get(SEEN_KEY) if session.accessed else None
    now = timezone.now()
    if seen is None or now.timestamp() - seen < EVERY_SECONDS:
        return
    UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=now)
    session[SEEN_KEY] = int(now.timestamp())
