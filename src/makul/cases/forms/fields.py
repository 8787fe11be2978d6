"""Fields that people fill in their own way: sums in whole som, words in two languages, files."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from makul.core.errors import BadInput
from makul.documents.storing import File
from makul.law import forms as law

LANGUAGES = [("ky", "Кыргызча"), ("ru", "Русский")]
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


class SomField(forms.IntegerField):
    """Whole som, however the thousands are set apart; «1,2 млн» is sent back with an example."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("Write a number in som, for example 1 240 000. It says “%(value)s” now.")
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"min_value": 0, "max_value": 10**15, "required": False, **kwargs})

    def to_python(self, value: Any) -> int | None:
        bare = _SPACES.sub("", value) if isinstance(value, str) else value
        if bare and not str(bare).isdigit():
            raise forms.ValidationError(
                self.error_messages["invalid"], code="invalid", params={"value": value}
            )
        return super().to_python(bare)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", " ") if isinstance(value, int) else value


def words(
    label: Any, *, rows: int = 4, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    """A field of several lines."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def choices_of(name: str, language: str) -> list[tuple[str, str]]:
    """The values of a list of the Order that a person may choose, in words."""
    said = law.values(name)
    return [(value, said[value][language]) for value in law.chosen_by_people(name)]


def hints_of(name: str, language: str) -> dict[str, str]:
    return {value: law.hint(name, value, language=language) for value in law.values(name)}


def language_field() -> forms.ChoiceField:
    field = forms.ChoiceField(
        label=_("Language in which you write"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    field.is_inline = True  # type: ignore[attr-defined]
    return field


def file_field(label: Any, *, required: bool = False, help_text: Any = "") -> forms.FileField:
    return forms.FileField(label=label, required=required, help_text=help_text)


def as_file(uploaded: UploadedFile[Any] | None, *, language: str) -> list[File]:
    """The file as the documents take it, or nothing where none was chosen.

    Raises BadInput `too_big` before anything of it is read into memory.
    """
    if not uploaded:
        return []
    if (uploaded.size or 0) > settings.MAKUL_UPLOAD_MAX_BYTES:
        raise BadInput("too_big", limit_mb=settings.MAKUL_UPLOAD_MAX_BYTES // 1_000_000)
    return [File(language, uploaded.name or "", uploaded.read())]
