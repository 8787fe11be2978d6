"""The tags of the room say a value by its word, a fate by its shape too."""

from __future__ import annotations

from django.utils.translation import override

from makul.sittings.templatetags.sittings import (
    fate_tag,
    kind_name,
    presence_name,
    reading_name,
)


def test_a_fate_is_a_shape_and_a_word() -> None:
    with override("en"):
        said = fate_tag("reopened")
    assert 'class="tag against"' in said
    assert 'href="#i-flag"' in said
    assert said.endswith("Reopened</span>")


def test_values_are_said_in_words() -> None:
    with override("ru"):
        told = (reading_name("1"), presence_name("public"), kind_name("chamber"))
        assert told == (
            "Первое чтение",
            "Общественность и пресса",
            "Пленарное заседание Жогорку Кенеша",
        )
        assert (presence_name("guest"), kind_name("hall")) == ("guest", "hall")
