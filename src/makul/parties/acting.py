"""Under which mandate the one who opens a page acts; nobody else gets past it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from makul.core.errors import NotAllowed
from makul.parties.models import Mandate


def acting(request: HttpRequest) -> Mandate:
    """The mandate chosen for this page.

    Raises: PermissionDenied where nobody is signed in (the page offers to), NotAllowed `no_mandate`.
    """
    if not request.user.is_authenticated:
        raise PermissionDenied
    mandate = getattr(request, "mandate", None)
    if not mandate:
        raise NotAllowed("no_mandate")
    return mandate  # type: ignore[no-any-return]
