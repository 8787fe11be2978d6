"""What the page of each status says: its title, what happened and why, what to do next."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
