"""The empty state says what will be here and what to do now."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.template import TemplateSyntaxError


def test_an_empty_state_has_a_title_and_a_word_on_what_to_do(rendered: Callable[..., str]) -> None:
    page = rendered(
        "{% empty %}Nothing owed {{ x }}{% then %}<p>Look later.</p>{% endempty %}", x="<"
    )
    assert page == (
        '<div class="empty"><p class="empty-title">Nothing owed &lt;</p><p>Look later.</p></div>'
    )


def test_it_may_have_a_title_alone_but_must_end(rendered: Callable[..., str]) -> None:
    assert rendered("{% empty %}A{% endempty %}") == (
        '<div class="empty"><p class="empty-title">A</p></div>'
    )
    with pytest.raises(TemplateSyntaxError):
        rendered("{% empty %}A")
