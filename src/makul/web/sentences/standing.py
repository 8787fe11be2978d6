"""Refusals of standing: who may not do this, and how one who should may."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STANDING: dict[str, Promise] = {
    "form_expired": _(
        "The form was not accepted: it stood open too long, or cookies are switched off. Go back, load the page again and send it once more."
    ),
    "may_not_sign": _(
        "Your mandate does not carry the right to sign. Leave it as a draft: the one who may sign will release it."
    ),
    "mandate_ended": _(
        "Your mandate ended on {ended_on}. Ask your body to renew it, or change to another of your mandates."
    ),
    "no_mandate": _(
        "You are signed in, but you hold no mandate that is valid today. Ask your body to give you one."
    ),
    "not_on_board": _(
        "Only members of the association's board vote. Whoever gives its mandates marks them as members."
    ),
    "bad_link": _(
        "The address from the letter is damaged. Copy the whole of it, or sign in another way."
    ),
    "not_demonstration": _("This office is not part of the demonstration. Choose another one."),
    "not_your_mandate": _(
        "That mandate is not yours or has ended. Choose one of those named at the top of the page."
    ),
    "wrong_role": _(
        "Your body does not take part here in a role that may do this. If it should, tell the facilitator of the conciliation."
    ),
}
