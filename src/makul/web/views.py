"""The door: signing in and out, choosing a role in the demonstration, changing one's mandate."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.socialaccount.adapter import get_adapter as identities
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.models import AbstractUser
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from makul.accounts.audit import tell
from makul.accounts.throttle import DOOR, SIGN_IN, count, forget, is_blocked
from makul.accounts.views.arrival import note_session
from makul.core.errors import NotAllowed
from makul.parties.models import Mandate, Party
from makul.parties.searching import sought
from makul.web.forms import SignInForm
from makul.web.mandate import SESSION_KEY
from makul.web.parts.frame import address

LSG_KINDS = ("executive", "kenesh")
BODIES_SHOWN = 10


def wanted(request: HttpRequest) -> str:
    """Where the person was going, if that is a page of ours; else the page of today's duties."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    host = {request.get_host()}
    if target and url_has_allowed_host_and_scheme(
        target, allowed_hosts=host, require_https=request.is_secure()
    ):
        return target
    return address("today") or address("home") or "/"


@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    if settings.MAKUL_DEMO and request.method != "POST":
        return choose_role(request)
    return sign_in_by_password(request)


@never_cache
@sensitive_post_parameters("password")
def sign_in_by_password(request: HttpRequest) -> HttpResponse:
    """The first step; allauth asks for the second one where the account has it."""
    form = SignInForm(request, data=request.POST if request.method == "POST" else None)
    status, is_held = 200, False
    if request.method == "POST":
        name, status = request.POST.get("username", ""), 422
        is_held = is_blocked(SIGN_IN, request, name) or is_blocked(DOOR, request)
        if not is_held and form.is_valid():
            forget(SIGN_IN, request, name)
            come_in = Login(user=form.get_user(), redirect_url=wanted(request))
            led: HttpResponse = perform_password_login(request, {"username": name}, come_in)
            return led
        if not is_held:
            count(SIGN_IN, request, name)
            count(DOOR, request)
            tell("password_refused")
    values = {"title": _("Sign in"), "next": wanted(request), "is_blocked": is_held}
    values["providers"] = identities().list_providers(request)
    # A blocked form is shown fresh: asking it for its errors would check the password after all.
    shown = SignInForm(request) if is_held else form
    return render(request, "web/sign_in.html", values | {"form": shown}, status=status)


def demonstration_mandates() -> QuerySet[Mandate]:
    """The offices of the demonstration that are valid today, those who may sign first."""
    today = timezone.localdate()
    return (
        Mandate.objects.filter(party__is_demonstration=True, from_on__lte=today)
        .exclude(to_on__lt=today)
        .select_related("person__user")
        .order_by("-may_sign", "pk")
    )


def choose_role(request: HttpRequest) -> HttpResponse:
    """The demonstration's door: the few who conduct and answer, and local bodies to look up."""
    offices = demonstration_mandates()
    parties = Party.objects.filter(Exists(offices.filter(party=OuterRef("pk")))).prefetch_related(
        Prefetch("mandates", queryset=offices, to_attr="offices")
    )
    bodies = parties.filter(kind__in=LSG_KINDS)
    if asked := request.GET.get("q", "").strip()[:100]:
        bodies = bodies.filter(sought(asked))
    values: dict[str, Any] = {
        "title": _("Choose a role"),
        "next": wanted(request),
        "sought": asked,
        "few": parties.exclude(kind__in=LSG_KINDS),
        "page_obj": Paginator(bodies, BODIES_SHOWN).get_page(request.GET.get("page")),
    }
    return render(request, "web/choose_role.html", values)


@require_POST
def sign_in_as(request: HttpRequest, pk: int) -> HttpResponse:
    """Signs in as an office of the demonstration without a password; nowhere else."""
    if not settings.MAKUL_DEMO:
        raise Http404
    mandate = get_object_or_404(demonstration_mandates(), pk=pk)
    user = mandate.person.user
    if not isinstance(user, AbstractUser) or user.is_staff or user.is_superuser:
        raise NotAllowed("not_demonstration")
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    request.session[SESSION_KEY] = mandate.pk
    note_session(request)
    return HttpResponseRedirect(wanted(request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect(address("home") or "/")


@require_POST
def switch_mandate(request: HttpRequest) -> HttpResponse:
    """Another of one's own mandates; what belongs to someone else is refused."""
    own = {str(one.pk): one for one in request.mandates}  # type: ignore[attr-defined]
    chosen = own.get(request.POST.get("mandate", ""))
    if chosen is None:
        raise NotAllowed("not_your_mandate")
    request.session[SESSION_KEY] = chosen.pk
    return HttpResponseRedirect(wanted(request))
