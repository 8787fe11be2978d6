"""Fields: label, hint, the reason of an error, what was typed, and a way to it from the summary."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django import forms
from django.utils import translation

from makul.web.forms import Renderer


class Answer(forms.Form):
    stance = forms.ChoiceField(
        label="Stance",
        widget=forms.RadioSelect,
        choices=[("agreed", "agreed"), ("not_agreed", "not agreed")],
    )
    yearly_som = forms.IntegerField(label="A year", required=False, help_text="Whole som")
    day = forms.DateField(label="Day", required=False)
    sure = forms.BooleanField(label="Sure")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(rendered: Callable[..., str], name: str, form: forms.Form, language: str = "en") -> str:
    return rendered("{% field bound %}", language, bound=form[name])


def test_a_sum_is_text_with_its_unit_and_keeps_what_was_typed(rendered: Callable[..., str]) -> None:
    page = drawn(rendered, "yearly_som", Answer({"yearly_som": "1,2 млн"}), "ru")
    assert '<span class="unit"><input type="text" name="yearly_som" value="1,2 млн"' in page
    assert "w-money" in page and page.rstrip().endswith("сом</span></div>")
    assert '<div class="field wrong"><label for="id_yearly_som">' in page
    assert 'aria-describedby="id_yearly_som_helptext id_yearly_som_error"' in page
    assert {'id="id_yearly_som_helptext"', 'id="id_yearly_som_error"'} <= set(
        re.findall(r'id="[^"]+"', page)
    )
    assert "необязательно" in page


def test_choices_are_tall_rows_with_their_icon(rendered: Callable[..., str]) -> None:
    form = Answer({"stance": "agreed"})
    form.fields["stance"].hints = {"agreed": "No remarks"}  # type: ignore[attr-defined]
    page = drawn(rendered, "stance", form)
    assert page.startswith('<fieldset class="field" id="id_stance"')
    assert re.findall(r'class="choice" for="(\w+)"', page) == ["id_stance_0", "id_stance_1"]
    assert re.findall(r"#i-(\w+)", page) == ["agree", "against"]
    assert "<small>No remarks</small>" in page and page.count("checked") == 1


def test_short_choices_may_stand_on_one_line(rendered: Callable[..., str]) -> None:
    form = Answer()
    form.fields["stance"].is_inline = True  # type: ignore[attr-defined]
    assert 'class="seg"' in drawn(rendered, "stance", form)


def test_a_day_is_picked_and_a_single_box_stands_before_its_words(
    rendered: Callable[..., str],
) -> None:
    assert 'type="date" name="day"' in drawn(rendered, "day", Answer())
    assert '<label class="check" for="id_sure"><input type="checkbox"' in drawn(
        rendered, "sure", Answer()
    )
    assert drawn(rendered, "secret", Answer()).strip() == (
        '<input type="hidden" name="secret" id="id_secret">'
    )


def test_the_summary_leads_to_each_field(rendered: Callable[..., str]) -> None:
    page = rendered('{% include "web/part/errors.html" %}', "ru", form=Answer({"yearly_som": "x"}))
    assert re.findall(r'href="#([^"]+)"', page) == ["id_stance_0", "id_yearly_som", "id_sure"]
    assert "Не отправлено: исправьте 3 места" in page
    assert "autofocus" in page and 'role="alert"' in page
    assert rendered('{% include "web/part/errors.html" %}', form=Answer()).strip() == ""


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_a_whole_form_comes_out_the_same(rendered: Callable[..., str], language: str) -> None:
    form = Answer({"yearly_som": "x"}, renderer=Renderer())
    with translation.override(language):
        whole = str(form)
    by_hand = "".join(
        drawn(rendered, name, form, language) for name in form.fields if name != "secret"
    )
    summary = rendered('{% include "web/part/errors.html" %}', language, form=form)
    tight = [re.sub(r"\s+", "", text) for text in (whole, summary + by_hand + str(form["secret"]))]
    assert tight[0] == tight[1]


def test_a_field_drawn_by_itself_comes_out_the_same(rendered: Callable[..., str]) -> None:
    form = Answer(renderer=Renderer())
    with translation.override("ru"):
        alone = form["stance"].as_field_group()
    assert alone.strip() == drawn(rendered, "stance", form, "ru").strip()


def test_each_form_gets_a_token_of_its_own(rendered: Callable[..., str]) -> None:
    pages = {rendered("{% once %}") for _time in range(3)}
    assert len(pages) == 3
    assert all(
        re.fullmatch(r'<input type="hidden" name="once" value="[\w-]{40}">', p) for p in pages
    )
