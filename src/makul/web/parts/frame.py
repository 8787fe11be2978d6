"""The frame of a page: navigation by role, safe links, pages of a list."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.paginator import Page
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()

LABELS = {
    "today": _("Today"),
    "case_list": _("Conciliations"),
    "not_agreed": _("Not agreed"),
    "how_it_works": _("How it works"),
    "registry": _("Register of bodies"),
    "draft_list": _("Our drafts"),
    "outbox": _("Letters"),
    "screening_queue": _("Screening"),
    "case_board": _("Board"),
    "case_calendar": _("Calendar"),
    "reply_templates": _("Reply templates"),
    "statistics": _("Statistics"),
    "parliament": _("In the Jogorku Kenesh"),
    "sitting_list": _("Sittings"),
    "institution": _("Our institution"),
}
# What the menu leaves out stands in the foot of each page, and the search on the first.
PUBLIC = ("case_list", "parliament", "statistics", "how_it_works")
# At most six a role; what one owes comes first.
BY_KIND = {
    "ministry": (
        "today",
        "draft_list",
        "case_list",
        "reply_templates",
        "institution",
        "statistics",
    ),
    "association": ("today", "case_board", "case_list", "case_calendar", "outbox", "institution"),
    "desk": ("today", "screening_queue", "case_board", "case_list", "outbox", "registry"),
    "committee": (
        "today",
        "sitting_list",
        "case_list",
        "not_agreed",
        "case_calendar",
        "how_it_works",
    ),
    "panel": ("today", "case_list", "case_calendar", "how_it_works"),
    "expert": ("today", "case_list", "parliament", "institution", "how_it_works"),
    "executive": ("today", "case_list", "institution", "how_it_works"),
    "kenesh": ("today", "case_list", "institution", "how_it_works"),
}


def address(name: str, *args: object) -> str:
    """The address under a name, or nothing where no room serves it."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def nav_items(context: template.Context) -> list[dict[str, Any]]:
    """The navigation of the one who reads: links that exist, the current one marked."""
    mandate = context.get("mandate")
    names = BY_KIND.get(mandate.party.kind, PUBLIC) if mandate else PUBLIC
    match = getattr(context.get("request"), "resolver_match", None)
    here = context.get("nav") or (match.url_name if match else "")
    rows = [
        {"label": LABELS[name], "url": address(name), "is_here": name == here} for name in names
    ]
    return [row for row in rows if row["url"]]


@register.inclusion_tag("web/part/nav.html", takes_context=True)
def site_nav(context: template.Context) -> dict[str, Any]:
    """`{% site_nav %}`; a page below a list sets `nav="case_list"` in its context to mark it."""
    return {
        "items": nav_items(context),
        "user": context.get("user"),
        "request": context.get("request"),
        "csrf_token": context.get("csrf_token"),
        "here": getattr(context.get("request"), "path", "/"),
        "is_sign_in": context.get("is_sign_in"),
    }


@register.simple_tag
def link(name: str, *args: object) -> str:
    """`{% link "registry" as url %}`: an address, or nothing where it does not exist."""
    return address(name, *args)


@register.inclusion_tag("web/part/pages.html", takes_context=True)
def pages(context: template.Context, page_obj: Page[Any]) -> dict[str, Any]:
    """`{% pages page_obj %}`: links to the other pages of a list; nothing when there is but one."""
    shown = page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)
    return {"page": page_obj, "shown": list(shown), "request": context.get("request")}
