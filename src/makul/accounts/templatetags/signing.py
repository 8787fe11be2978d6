"""Small things the pages of signing in say: an address half hidden, where a demonstration's letters lie."""

from __future__ import annotations

from django import template
from django.conf import settings

from makul.accounts.queries import masked

register = template.Library()
register.filter("masked", masked)


@register.inclusion_tag("accounts/part/mail_lies.html")
def mail_lies() -> dict[str, str]:
    """`{% mail_lies %}`: in a demonstration nobody has a mailbox; the page says where to look."""
    is_shown = settings.MAKUL_DEMO and settings.MAKUL_MAIL == "file"
    return {"mail_folder": str(settings.MAKUL_MAIL_FOLDER) if is_shown else ""}
