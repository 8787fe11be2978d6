"""The tags of the room."""

from __future__ import annotations

from django.utils import translation

from makul.drafts.templatetags.drafts import note_heading


def test_a_heading_is_said_as_the_form_has_it() -> None:
    with translation.override("ru"):
        assert note_heading(8) == "Влияние на местное самоуправление"
    with translation.override("ky"):
        assert note_heading(1) == "Максаты жана милдеттери"
