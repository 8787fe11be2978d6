"""Fields of forms in the design's look: label, hint, reason of an error, then the field."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from makul.journal.once import new_token
from makul.web.parts.words import KINDS, REPLIES, STANCES

register = template.Library()

PICKERS = {
    forms.DateInput: ("date", "%Y-%m-%d"),
    forms.DateTimeInput: ("datetime-local", "%Y-%m-%dT%H:%M"),
    forms.TimeInput: ("time", "%H:%M"),
}
LOOKS = {**STANCES, **REPLIES, **KINDS}


def look_of(field: forms.BoundField) -> str:
    """Which way a field is drawn: radio, many, check, money or plain."""
    widget = field.field.widget
    if isinstance(widget, forms.RadioSelect):
        return "radio"
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "many"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "money" if field.name.endswith("_som") or hasattr(field.field, "unit") else "plain"


def choices_of(field: forms.BoundField) -> list[dict[str, Any]]:
    """The choices as rows: icon and colour where the value has one, a hint where the form gives it."""
    hints = getattr(field.field, "hints", {})
    rows = []
    for part in field.subwidgets:
        value = str(part.data["value"] if part.data["value"] is not None else "")
        css, sign = LOOKS.get(value, ("", "")) if value else ("", "")
        rows.append({"part": part, "css": css, "sign": sign, "hint": hints.get(value, "")})
    return rows


def fitted(field: forms.BoundField, look: str) -> Any:
    """The widget as it suits a hand and loses nothing: sums as text, days with the phone's picker."""
    widget: Any = field.field.widget
    if isinstance(widget, forms.NumberInput):
        widget.input_type = "text"  # a browser empties a number field it cannot read
    for kind, (input_type, written) in PICKERS.items():
        if type(widget) is kind and widget.format is None:
            widget.input_type, widget.format = input_type, written
    if look != "money":
        return field
    return field.as_widget(
        attrs={"class": "w-money", "inputmode": "numeric", "autocomplete": "off"}
    )


@register.simple_tag
def field_parts(field: forms.BoundField) -> dict[str, Any]:
    """What the template of a field needs to know of it."""
    look = look_of(field)
    return {
        "look": look,
        "choices": choices_of(field) if look in {"radio", "many"} else [],
        "is_inline": getattr(field.field, "is_inline", False),
        "unit": getattr(field.field, "unit", _("som")) if look == "money" else "",
        "widget": fitted(field, look),
    }


@register.inclusion_tag("web/form/field.html")
def field(bound: forms.BoundField) -> dict[str, Any]:
    """`{% field form.name %}`: one field, whole."""
    return {"field": bound}


@register.simple_tag
def error_target(bound: forms.BoundField) -> str:
    """Where a link in the error summary leads: the field, or the first choice of a group."""
    first = "_0" if look_of(bound) in {"radio", "many"} else ""
    return f"{bound.id_for_label or bound.auto_id}{'' if bound.id_for_label else first}"


@register.simple_tag
def once() -> SafeString:
    """`{% once %}` inside a form that changes something: sent twice, it does its work once."""
    return format_html('<input type="hidden" name="once" value="{}">', new_token())
