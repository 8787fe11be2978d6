"""Keeps what someone types before it is sent, and lets a page start from it, on any device.

A kept form is no step and has no entry: nobody sees it but the one who types, and it goes as soon
as the form is sent. A view of such a form needs three lines:

    begun = keeping.begun(request)                 # None, or what was typed, ready as `initial`
    form = SomeForm(data, initial=begun or what_is_saved)
    keeping.forget(actor, request.path)            # once the form is sent or saved
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from makul.core.errors import BadInput
from makul.journal.models import SentForm
from makul.parties.models import KeptForm, Mandate

MOST_BYTES = 200_000
MOST_FIELDS = 4_000
KEPT = timedelta(days=180)

type Typed = dict[str, str | list[str]]


def kept(actor: Mandate, path: str) -> Typed | None:
    """What was typed on the page, by field; a list where a field has several values."""
    row = KeptForm.objects.filter(mandate=actor, address=path).first()
    return typed_of(row) if row else None


def begun(request: HttpRequest, *, saved_at: datetime | None = None) -> Typed | None:
    """What a page that is opened starts from; `{% kept %}` then says so and offers to forget it.

    `saved_at`: when the text it would start from otherwise was saved, to tell which is newer.
    """
    actor = getattr(request, "mandate", None)
    if request.method != "GET" or not actor:
        return None
    row = KeptForm.objects.filter(mandate=actor, address=request.path).first()
    request.kept_form = row  # type: ignore[attr-defined]
    request.is_saved_later = bool(row and saved_at and saved_at > row.kept_at)  # type: ignore[attr-defined]
    return typed_of(row) if row else None


def typed_of(row: KeptForm) -> Typed:
    return {name: said[0] if len(said) == 1 else said for name, said in row.data.items()}


def keep(*, actor: Mandate, path: str, data: Mapping[str, list[str]], now: datetime) -> KeptForm:
    """Keep what stands in the form now, in the place of what was kept before."""
    row, _new = KeptForm.objects.update_or_create(
        mandate=actor, address=path, defaults={"data": dict(data), "kept_at": now}
    )
    return row


def forget(actor: Mandate, path: str) -> None:
    KeptForm.objects.filter(mandate=actor, address=path).delete()


def is_sent(token: str) -> bool:
    """The form with this token has done its work: what arrives late from it is not kept again."""
    return bool(token) and SentForm.objects.filter(token=token).exists()


def own_path(path: str) -> str:
    """A path of this site, as pages have it. Raises: BadInput `bad_path`."""
    if not path.startswith("/") or path.startswith("//") or len(path) > 200 or "\\" in path:
        raise BadInput("bad_path")
    return path


def read(text: str) -> dict[str, list[str]]:
    """The fields as the browser sent them: pairs of name and value.

    Raises: BadInput `too_much_kept` beyond what any form holds, `bad_kept` where it is something else.
    """
    if len(text.encode()) > MOST_BYTES:
        raise BadInput("too_much_kept", limit_kb=MOST_BYTES // 1000)
    try:
        pairs: Any = json.loads(text)
        names = [(str(name), str(value)) for name, value in pairs]
    except (ValueError, TypeError, RecursionError):
        raise BadInput("bad_kept") from None
    if len(names) > MOST_FIELDS:
        raise BadInput("too_much_kept", limit_kb=MOST_BYTES // 1000)
    fields: dict[str, list[str]] = {}
    for name, value in names:
        fields.setdefault(name, []).append(value.replace("\x00", ""))
    return fields


def forget_old(*, now: datetime) -> int:
    """Forget what nobody came back to, and what belongs to a mandate that has ended. How many."""
    old = Q(kept_at__lt=now - KEPT) | Q(mandate__to_on__lt=now.date())
    return KeptForm.objects.filter(old).delete()[0]
