"""What is done the moment someone has signed in, however they did: the letter they came by, the asking."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.utils import timezone

from makul.accounts.audit import tell
from makul.accounts.queries import has_second_factor, is_signatory
from makul.notices.actions import note_opened
from makul.notices.models import Notice
from makul.parties.models import Mandate

MANDATE_KEY = "mandate"  # in the session: the mandate one acts under
LETTER_KEY = "letter"  # the letter one came by, and for which office
SEEN_KEY = "seen"  # when the session was last noted as used, in seconds
ASK_KEY = "ask_second_factor"  # a signatory without a second factor is asked for one


def arrived(sender: Any, *, request: HttpRequest, user: Any, **_more: Any) -> None:
    """Receiver of allauth's `user_logged_in`, which is sent after every step has been passed."""
    now = timezone.now()
    request.session[SEEN_KEY] = int(now.timestamp())
    signs = is_signatory(user, on=timezone.localdate(now))
    request.session[ASK_KEY] = signs and not has_second_factor(user)
    open_letter(request, user)


def factors_changed(sender: Any, *, request: HttpRequest, user: Any, **_more: Any) -> None:
    """Receiver of allauth's signals of second factors: whether to ask for one is looked at anew."""
    signs = is_signatory(user, on=timezone.localdate())
    request.session[ASK_KEY] = signs and not has_second_factor(user)


def open_letter(request: HttpRequest, user: Any) -> None:
    """Act under the office the letter was taken for, and note that the letter was opened."""
    came = request.session.pop(LETTER_KEY, None)
    if not came:
        return
    mandate = Mandate.objects.filter(pk=came["mandate"], person__user=user).first()
    notice = Notice.objects.filter(pk=came["notice"]).first()
    if mandate and notice and notice.party_id == mandate.party_id:
        request.session[MANDATE_KEY] = mandate.pk
        note_opened(notice=notice, now=timezone.now())
        tell("letter_opened", notice=notice.pk, mandate=mandate.pk)


def note_session(request: HttpRequest) -> None:
    """For a way in that allauth does not know: the session stands in the list of the account."""
    request.session[SEEN_KEY] = int(timezone.now().timestamp())
    UserSession.objects.create_from_request(request)
