"""The renderer of forms is the one in the settings, so every form has the look."""

from __future__ import annotations

from django.conf import settings
from django.forms.renderers import get_default_renderer
from django.utils import translation

from makul.web.forms import Renderer, SignInForm


def test_the_product_draws_forms_its_own_way() -> None:
    assert settings.FORM_RENDERER == "makul.web.forms.Renderer"
    assert isinstance(get_default_renderer(), Renderer)


def test_the_door_speaks_each_language() -> None:
    labels = []
    for language in ("ky", "ru", "en"):
        with translation.override(language):
            labels.append([str(field.label) for field in SignInForm()])
    assert labels == [
        ["Колдонуучу аты", "Сырсөз"],
        ["Имя пользователя", "Пароль"],
        ["Username", "Password"],
    ]
