"""My account: what opens it, what protects it, where it is signed in, and how to change each."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.stagekit import clear_login
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from makul.accounts.audit import tell
from makul.accounts.devices import device_of
from makul.accounts.queries import is_signatory, sessions_of

View = Callable[..., HttpResponse]


@never_cache
@login_required
def account(request: HttpRequest) -> HttpResponse:
    now, user = timezone.now(), request.user
    kinds: dict[str, list[Any]] = {kind: [] for kind in Authenticator.Type.values}
    for one in Authenticator.objects.filter(user_id=user.pk).order_by("pk"):
        kinds[one.type].append(one.wrap())
    codes = kinds[Authenticator.Type.RECOVERY_CODES]
    has_factor = bool(kinds[Authenticator.Type.TOTP] or kinds[Authenticator.Type.WEBAUTHN])
    signs = is_signatory(user, on=timezone.localdate(now))
    sessions = [(one, device_of(one.user_agent)) for one in sessions_of(user, now=now)]
    values: dict[str, Any] = {
        "title": _("My account"),
        "authenticators": kinds[Authenticator.Type.TOTP],
        "passkeys": kinds[Authenticator.Type.WEBAUTHN],
        "has_factor": has_factor,
        "codes_left": len(codes[0].get_unused_codes()) if codes else None,
        "is_asked": signs and not has_factor,
        "sessions": sessions,
        "identities": list(SocialAccount.objects.filter(user_id=user.pk)),
        "providers": get_adapter().list_providers(request),
        "current_key": request.session.session_key,
    }
    return render(request, "accounts/account.html", values)


@require_POST
@login_required
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """One of one's own; the one used now is left by signing out."""
    session = UserSession.objects.filter(user_id=request.user.pk, pk=pk).first()
    if session is None:
        raise Http404
    if session.session_key != request.session.session_key:
        session.end()
        tell("session_ended", account=request.user.pk)
        messages.success(request, _("The session is ended: whoever used it must sign in again."))
    return redirect("account")


@require_POST
@login_required
def end_sessions(request: HttpRequest) -> HttpResponse:
    end_other_sessions(request, request.user)
    tell("other_sessions_ended", account=request.user.pk)
    messages.success(request, _("All other sessions are ended."))
    return redirect("account")


def end_others_after_password(
    sender: Any, *, request: HttpRequest, user: Any, **_more: Any
) -> None:
    """A changed password ends every other session, in fact and in the list."""
    end_other_sessions(request, user)


@require_POST
def start_again(request: HttpRequest) -> HttpResponse:
    """Give up a sign-in that was begun: another name, another address, another way."""
    clear_login(request)
    return redirect("sign_in_by_password")


def told(view: View) -> View:
    """A form allauth shows again because something does not fit answers 422, as ours do."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        response = view(request, *args, **more)
        if request.method == "POST" and response.status_code == 200:
            response.status_code = 422
        return response

    return wrapped
