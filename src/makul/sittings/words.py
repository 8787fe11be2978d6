"""Words of this room for values that several pages and tags say."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

READINGS: dict[str, Promise] = {
    "1": _("First reading"),
    "2": _("Second reading"),
    "3": _("Third reading"),
    "1,2": _("First and second readings at once"),
    "2,3": _("Second and third readings at once"),
    "1,2,3": _("All three readings at once"),
}
FATES: dict[str, Promise] = {
    "taken": _("Taken in"),
    "partly": _("Taken in in part"),
    "declined": _("Not taken in"),
    "not_considered": _("Not considered"),
    "reopened": _("Reopened"),
    "": _("Not traced yet"),
}
# value -> (class of the tag, icon)
SHAPES: dict[str, tuple[str, str]] = {
    "taken": ("agree", "agree"),
    "partly": ("partly", "partly"),
    "declined": ("against", "against"),
    "not_considered": ("na", "na"),
    "reopened": ("against", "flag"),
    "": ("silent", "silent"),
}
KINDS: dict[str, Promise] = {
    "committee": _("Sitting of a committee"),
    "chamber": _("Sitting of the chamber"),
}
PRESENT: dict[str, Promise] = {
    "member": _("Members"),
    "association": _("Associations"),
    "initiator": _("Initiator"),
    "invited": _("Invited"),
    "public": _("Public and press"),
}


def reading_name(numbers: str) -> str:
    """Which reading it was, or several at once; an unknown mark stands as it is."""
    return str(READINGS.get(numbers, numbers))
