"""The page of parts: each reusable part with its states, to look at and to copy from."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from makul.law.forms import chosen_by_people
from makul.web.parts.words import KINDS, REPLIES, ROW_STATES, STANCES, capital, value_word

COUNTS = {
    "agreed": 24,
    "agreed_with_remarks": 61,
    "not_agreed": 118,
    "not_affected": 8,
    "silent": 53,
}
BECAUSE = [
    {"kind": "evening", "on": "2026-03-03", "hour": 18, "to": "2026-03-04", "basis": "proposed"},
    {"kind": "start", "on": "2026-03-04", "basis": "civil.208"},
    {"kind": "rule", "n": 15, "unit": "wd", "basis": "proposed", "provisional_years": [2026]},
    {"kind": "skipped", "on": "2026-03-07", "why": "weekend"},
    {"kind": "skipped", "on": "2026-03-08", "why": "weekend"},
    {"kind": "skipped", "on": "2026-03-14", "why": "weekend"},
    {"kind": "skipped", "on": "2026-03-15", "why": "weekend"},
    {
        "kind": "skipped",
        "on": "2026-03-20",
        "why": "day_off",
        "names": {"ky": "Орозо айт", "ru": "Орозо айт", "en": "Orozo Ait"},
        "source": "labour.66",
        "estimated": True,
    },
    {"kind": "skipped", "on": "2026-03-21", "why": "weekend"},
    {"kind": "skipped", "on": "2026-03-22", "why": "weekend"},
]


SHARES = (
    ("07", "Талас облусу", 16, 19),
    ("11", "Бишкек", 1, 1),
    ("08", "Чүй облусу", 49, 58),
    ("02", "Ысык-Көл облусу", 34, 39),
    ("03", "Жалал-Абад облусу", 41, 52),
    ("04", "Нарын облусу", 27, 31),
    ("05", "Баткен облусу", 11, 22),
    ("21", "Ош шаары", 1, 1),
    ("06", "Ош облусу", 31, 41),
)
QUARTERS = ("2025-1", "2025-2", "2025-3", "2025-4", "2026-1")


def bars_sample() -> list[dict[str, Any]]:
    """Bars in the look of each reply, and one of a number that is not known."""
    numbers = {"accepted": 312, "partly": 148, "declined": 201, "unanswered": 14}
    looks = ("agree", "partly", "against", "silent")
    return [
        {"label": capital(value_word("reply.kind", kind)), "value": n, "look": look}
        for (kind, n), look in zip(numbers.items(), looks, strict=True)
    ]


def map_sample() -> list[dict[str, Any]]:
    """Nine places, one of them with few answers."""
    return [
        {"code": f"417{place}000000000", "name": name, "part": part, "whole": whole}
        for place, name, part, whole in SHARES
    ]


def lines_sample() -> list[dict[str, Any]]:
    """Three lines, one with a gap."""
    values = {
        "agreed": (71, 74, 70, 83, 86),
        "agreed_with_remarks": (42, 51, None, 45, 55),
        "not_agreed": (20, 18, 25, 22, 19),
    }
    return [
        {
            "name": capital(value_word("stance", stance)),
            "points": list(zip(QUARTERS, numbers, strict=True)),
        }
        for stance, numbers in values.items()
    ]


class Sample(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label=_("Title"), help_text=_("As it will be printed"))
    stance = forms.ChoiceField(label=_("Position"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Kind"), widget=forms.RadioSelect)
    yearly_som = forms.IntegerField(label=_("Cost a year"), required=False)
    reason = forms.CharField(label=_("Reasons"), widget=forms.Textarea)
    day = forms.DateField(label=_("Day"), required=False)
    file = forms.FileField(
        label=_("File"), required=False, help_text=_("Word (.docx), up to 20 MB")
    )
    sure = forms.BooleanField(label=_("I have read it and it cannot be taken back"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, values in (("stance", "stance"), ("kind", "remark.kind")):
            field: Any = self.fields[name]
            field.choices = [(one, value_word(values, one)) for one in chosen_by_people(values)]
        self.fields["kind"].is_inline = True  # type: ignore[attr-defined]
        self.fields["stance"].hints = {"agreed": _("We have no remarks on the draft")}  # type: ignore[attr-defined]


def timeline() -> list[dict[str, Any]]:
    """A way with a step in each state."""
    now = timezone.now()
    return [
        {"state": "done", "title": _("Submitted"), "at": now - timedelta(days=30)},
        {"state": "skipped", "title": _("Bodies notified"), "last_day": now - timedelta(days=28)},
        {
            "state": "now",
            "title": _("Positions"),
            "last_day": now + timedelta(days=12),
            "left": 8,
            "because": BECAUSE,
        },
        {"state": "todo", "title": _("Protocol"), "last_day": now + timedelta(days=40)},
    ]


def components(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    bad = {"title": "О проекте", "yearly_som": "1,2 млн", "stance": "not_agreed"}
    values = {
        "title": _("Parts of the pages"),
        "today": today,
        "in_12": today + timedelta(days=18),
        "in_3": today + timedelta(days=3),
        "ago": today - timedelta(days=2),
        "counts": COUNTS,
        "because": BECAUSE,
        "last_day": "2026-03-26",
        "timeline": timeline(),
        "stances": list(STANCES),
        "replies": list(REPLIES),
        "states": [*ROW_STATES, ""],
        "kinds": list(KINDS),
        "bars": bars_sample(),
        "map": map_sample(),
        "lines": lines_sample(),
        "form": Sample(bad),
        "fresh": Sample(auto_id="fresh_%s"),
        "page_obj": Paginator(range(1000), 10).get_page(request.GET.get("page", 4)),
        "both": SimpleNamespace(title_ky="Жайыт жөнүндө", title_ru="О пастбищах"),
        "only_ru": SimpleNamespace(title_ky="", title_ru="О сборе отходов", opened_at=today),
    }
    return render(request, "web/components.html", values)
