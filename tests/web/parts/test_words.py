"""Tags say their word from the forms of the law, with a shape of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from makul.law.forms import values
from makul.parties.models import Mandate, Party
from makul.web.parts.words import GAP, KINDS, REPLIES, ROW_STATES, STANCES, WIDTH, _bars, own_words


def test_each_value_of_the_forms_has_its_look() -> None:
    assert list(STANCES) == list(values("stance"))
    assert set(REPLIES) - {""} == set(values("reply.kind"))
    assert set(ROW_STATES) == set(values("row.state"))
    assert set(KINDS) == set(values("remark.kind"))


@pytest.mark.parametrize(
    ("language", "both", "one"), [("ky", "Ж", "W"), ("ru", "О", "W"), ("en", "Ж", "W")]
)
def test_a_row_is_named_in_the_language_of_the_page(language: str, both: str, one: str) -> None:
    with translation.override(language):
        row = SimpleNamespace(text_ky="Ж", text_ru="О")
        assert own_words(row, "text wording") == both
        row = SimpleNamespace(text_ky="", text_ru="", wording_ky="", wording_ru="W")
        assert own_words(row, "text wording") == one
        assert own_words(row, "text") == ""


def test_no_two_stances_look_alike_but_the_two_silences() -> None:
    looks = [STANCES[value] for value in STANCES if value != "not_notified"]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize(
    ("source", "language", "words"),
    [
        ('{% stance "agreed" %}', "ky", "Макулдашылды"),
        ('{% stance "agreed_with_remarks" %}', "ru", "Согласовано с замечаниями"),
        ('{% stance "silent" %}', "en", "No opinion submitted"),
        ('{% reply_tag "declined" %}', "ru", "Не учтено"),
        ('{% reply_tag "" %}', "ky", "Жооп күтөт"),
        ('{% row_state "settled" %}', "ky", "Жөнгө салынды"),
        ("{% row_state none %}", "ru", "Ещё не решено"),
        ('{% kind_tag "objection" %}', "en", "Objection"),
        ('{% word "interest" "money" %}', "ru", "расходы или выпадающие доходы"),
        ('{% word "interest" "unheard" %}', "ru", "unheard"),
    ],
)
def test_tags_speak(rendered: Callable[..., str], source: str, language: str, words: str) -> None:
    page = rendered(source, language, none=None)
    assert re.sub(r"<[^>]+>", "", page) == words


def test_a_tag_has_a_hidden_shape_beside_its_word(rendered: Callable[..., str]) -> None:
    assert rendered('{% stance "not_agreed" %}', "ru") == (
        '<span class="tag against"><svg class="i" aria-hidden="true"><use href="#i-against"/></svg>'
        "Не согласовано</span>"
    )


def test_a_body_is_named_in_the_language_of_the_page(rendered: Callable[..., str]) -> None:
    body = Party(key="x", name_ky="Ак-Талаа айыл өкмөтү", name_ru="Ак-Талинский айыл окмоту")
    head = Mandate(party=body, office_ky="башчы", office_ru="глава")
    page = "{% party body %}, {% office head %}{% party none %}"
    shown = [rendered(page, code, body=body, head=head, none=None) for code in ("ky", "ru", "en")]
    assert shown == [
        "Ак-Талаа айыл өкмөтү, башчы",
        "Ак-Талинский айыл окмоту, глава",
        "Ак-Талаа айыл өкмөтү, башчы",
    ]


def test_the_bar_names_everyone_asked(rendered: Callable[..., str]) -> None:
    counts = {"agreed": 24, "not_agreed": 118, "silent": 53}
    page = rendered("{% stance_bar counts %}", "en", counts=counts)
    assert re.findall(r'aria-label="([^"]+)"', page) == [
        "Positions: agreed 24, not agreed 118, no opinion submitted 53"
    ]
    assert re.findall(r"<b>(\d+)</b>", page) == ["24", "0", "118", "0", "53"]
    assert "style=" not in page


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=6))
def test_bars_fill_the_width_in_their_proportions(numbers: list[int]) -> None:
    bars = list(_bars(list(zip(STANCES, numbers, strict=False))))
    widths = [float(bar["width"]) for bar in bars]
    whole = WIDTH - GAP * (len(numbers) - 1)
    assert abs(sum(widths) - whole) < 0.06 * len(widths)
    expected = [whole * n / sum(numbers) for n in numbers]
    assert all(abs(width - share) <= 0.06 for width, share in zip(widths, expected, strict=True))
