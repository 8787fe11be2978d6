"""The one-time address of a letter: for which body it is, which office takes it, and a code to come in."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.accounts.audit import tell
from makul.accounts.forms import OfficeForm
from makul.accounts.queries import (
    address_of,
    has_second_factor,
    masked,
    offices_of,
    with_second_factor,
)
from makul.accounts.throttle import LETTER, count, is_blocked
from makul.accounts.views.arrival import LETTER_KEY, open_letter
from makul.core.errors import BadInput
from makul.notices.links import Opened, opened
from makul.notices.models import Notice
from makul.parties.models import Mandate


@never_cache
def letter_in(request: HttpRequest, token: str) -> HttpResponse:
    """Opening it changes nothing, since filters of mail open links too; the button does."""
    try:
        found = opened(token)
    except BadInput:
        return render(request, "accounts/letter_over.html", over("bad"), status=404)
    language = spoken_on(request, found.notice)
    with translation.override(language):
        request.LANGUAGE_CODE = language
        response = answer(request, found)
    response.headers["Content-Language"] = language
    return response


def spoken_on(request: HttpRequest, notice: Notice) -> str:
    """The language someone chose here before, else that of the letter they have just read."""
    has_chosen = request.GET.get("lang") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return (translation.get_language() or "ky") if has_chosen else notice.language


def answer(request: HttpRequest, found: Opened) -> HttpResponse:
    notice, now = found.notice, timezone.now()
    own = own_office(request, notice)
    if own is None and (found.is_used or found.is_over(now)):
        why = "used" if found.is_used else "old"
        return render(request, "accounts/letter_over.html", over(why, notice), status=410)
    offices = [own] if own else offices_of(notice.party, on=timezone.localdate(now))
    form = OfficeForm(
        request.POST if request.method == "POST" else None,
        offices=offices,
        language=translation.get_language() or "ky",
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            chosen = next(one for one in offices if one.pk == form.cleaned_data["office"].pk)
            if entered := enter(request, notice, chosen, is_own=own is not None):
                return entered
            form.add_error(None, _("Too many codes were asked for. Wait a quarter of an hour."))
    return render(request, "accounts/letter.html", shown(notice, offices, form, own), status=status)


def own_office(request: HttpRequest, notice: Notice) -> Mandate | None:
    """The office of whoever is signed in already, where it is one of the letter's body."""
    held = [one for one in request.mandates if one.party_id == notice.party_id]  # type: ignore[attr-defined]
    current = getattr(request, "mandate", None)
    return next((one for one in held if current and one.pk == current.pk), None) or (
        held[0] if held else None
    )


def way_on(notice: Notice) -> str:
    return notice.path or reverse(settings.LOGIN_REDIRECT_URL)


def enter(
    request: HttpRequest, notice: Notice, mandate: Mandate, *, is_own: bool
) -> HttpResponse | None:
    """Lead in, or on to the code; nothing where too many codes were asked for."""
    user, came = mandate.person.user, {"notice": notice.pk, "mandate": mandate.pk}
    if is_own:
        request.session[LETTER_KEY] = came
        open_letter(request, request.user)
        return redirect(way_on(notice))
    if is_blocked(LETTER, request, str(notice.pk)):
        tell("letter_blocked", notice=notice.pk)
        return None
    count(LETTER, request, str(notice.pk))
    if request.user.is_authenticated:
        logout(request)
    request.session[LETTER_KEY] = came
    if has_second_factor(user):
        record_authentication(request, user, method="letter")
        led: HttpResponse = perform_login(request, Login(user=user, redirect_url=way_on(notice)))
        return led
    LoginCodeVerificationProcess.initiate(request=request, user=user, email=address_of(mandate))
    way = urlencode({"next": way_on(notice)})
    return HttpResponseRedirect(f"{reverse('account_confirm_login_code')}?{way}")


def over(why: str, notice: Notice | None = None) -> dict[str, Any]:
    """The page of an address that leads in no more: why, and what to do instead."""
    return {
        "title": _("This address leads in no more") if notice else _("This address is damaged"),
        "why": why,
        "notice": notice,
        "next": way_on(notice) if notice else "",
    }


def shown(
    notice: Notice, offices: list[Mandate], form: OfficeForm, own: Mandate | None
) -> dict[str, Any]:
    one = offices[0] if len(offices) == 1 else None
    protected = with_second_factor([office.person.user_id for office in offices])
    if one is None:
        form.fields["office"].hints = {str(o.pk): way_of(o, protected) for o in offices}  # type: ignore[attr-defined]
    return {
        "title": _("A letter for your body"),
        "notice": notice,
        "offices": offices,
        "form": form,
        "own": own,
        "one": one,
        "way": way_of(one, protected) if one else "",
        "has_factor": one is not None and one.person.user_id in protected,
        "next": way_on(notice),
    }


def way_of(mandate: Mandate, protected: set[int]) -> str:
    """Where this office gets its code."""
    if mandate.person.user_id in protected:
        return _("the code comes from your authenticator or passkey")
    return _("the code goes to %(address)s") % {"address": masked(address_of(mandate))}
