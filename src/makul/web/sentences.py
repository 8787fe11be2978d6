"""What each error says to a person: what happened, why, and what to do next; rooms add their codes."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from makul.core.errors import MakulError
from makul.web.parts.dates import as_day, day_plain, number_text
from makul.web.parts.words import value_word

# status -> (title, what and why, what to do next)
PAGES: dict[int, tuple[Promise, Promise, Promise]] = {
    400: (
        _("The request cannot be read"),
        _("The address or the form reached us damaged."),
        _("Go back, load the page again and repeat."),
    ),
    403: (
        _("This is not open to you"),
        _("The page belongs to an office, and you are not signed in under one that may see it."),
        _("Sign in, or change to another of your mandates at the top of the page."),
    ),
    404: (
        _("There is no such page"),
        _("The address may be mistyped, or what it named was never published."),
        _("Look for it from the front page: conciliations are found by number and by title."),
    ),
    409: (
        _("This cannot be done now"),
        _("Someone else changed it meanwhile, or the conciliation has gone further."),
        _("Load the page again and look at what is so now."),
    ),
    413: (
        _("Too much was sent at once"),
        _("The files or the form together are larger than the server takes."),
        _("Send fewer files at a time or make them smaller; nothing was recorded."),
    ),
    422: (
        _("This was not accepted"),
        _("Something in what was sent does not fit."),
        _("Go back, correct it and send it again; nothing was recorded."),
    ),
    500: (
        _("The fault is on our side"),
        _("The server could not do what was asked; nothing was recorded by halves."),
        _("Try again in a minute."),
    ),
}

SENTENCES: dict[str, Promise] = {
    # standing
    "form_expired": _(
        "The form was not accepted: it stood open too long, or cookies are switched off. Go back, load the page again and send it once more."
    ),
    "may_not_sign": _(
        "Your mandate does not carry the right to sign. Leave it as a draft: the one who may sign will release it."
    ),
    "mandate_ended": _(
        "Your mandate ended on {ended_on}. Ask your body to renew it, or change to another of your mandates."
    ),
    "not_demonstration": _("This office is not part of the demonstration. Choose another one."),
    "not_your_mandate": _(
        "That mandate is not yours or has ended. Choose one of those named at the top of the page."
    ),
    "wrong_role": _(
        "Your body does not take part here in a role that may do this. If it should, tell the facilitator of the conciliation."
    ),
    "no_mandate": _(
        "You are signed in, but you hold no mandate that is valid today. Ask your body to give you one."
    ),
    # the law has a gap
    "no_days_off": _(
        "The list of days off for {year} is not known yet, so the last day cannot be told. It appears once the list is published."
    ),
    "no_edition": _("No edition of the procedure is known for that day. Tell the facilitator."),
    # the journal
    "broken_chain": _(
        "The journal does not agree with itself, so nothing more is recorded until it is checked. Tell the facilitator at once."
    ),
}


def shown(name: str, value: object) -> object:
    """A parameter as people read it: days in words, counts with their thousands apart."""
    if name.endswith("_on") or name == "day":
        return day_plain(value) if as_day(value) else "—"
    if name == "role":
        return value_word("role", str(value))
    if isinstance(value, int) and not isinstance(value, bool) and name != "year":
        return number_text(value)
    return value


class _Kept(dict[str, object]):
    """A place that has no parameter shows its name rather than breaking the page."""

    def __missing__(self, key: str) -> str:
        return key


def sentence(code: str, params: Mapping[str, object]) -> str:
    """The sentence for a code in the language of the page; an unknown code is said to be one."""
    template = SENTENCES.get(code)
    if template is None:
        return gettext("It was refused with the code {code}. Nothing was recorded.").format(
            code=code
        )
    return str(template).format_map(_Kept({k: shown(k, v) for k, v in params.items()}))


def sentence_of(error: MakulError) -> str:
    return sentence(error.code, error.params)
