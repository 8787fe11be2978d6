"""The forms of the papers: texts in two languages, the eight headings, attachments, the table."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.forms.fields import as_file, file_field, words
from makul.documents.storing import File
from makul.drafts.models import DraftAct
from makul.drafts.queries import HEADINGS
from makul.law import forms as law
from makul.parties.forms import OnceForm

WORD = _("Word (.docx) or plain text (.txt), up to 20 MB")


class TextsForm(OnceForm):
    """The draft in both languages; where one is not ready, the day it will be."""

    file_ky = file_field(_("Draft in Kyrgyz"), help_text=WORD)
    file_ru = file_field(_("Draft in Russian"), help_text=WORD)
    missing_language_by = forms.DateField(
        label=_("If one language is not ready: the day it will be"), required=False
    )

    def papers(self) -> list[File]:
        found = []
        for code in ("ky", "ru"):
            found += as_file(self.cleaned_data.get(f"file_{code}"), language=code)
        return found

    def field_of(self, name: str) -> str | None:
        """In which field the file of this name was put."""
        given = {code: self.files_named(code) for code in ("ky", "ru")}
        return next((f"file_{code}" for code, its in given.items() if its == name), None)

    def files_named(self, code: str) -> str:
        return getattr(self.cleaned_data.get(f"file_{code}"), "name", "") or ""


class NoteForm(OnceForm):
    """The eight headings of the justification note, each in both languages."""

    def __init__(self, *args: Any, draft: DraftAct, page_language: str, **kwargs: Any) -> None:
        written = {one.number: one for one in draft.headings.all()}
        kwargs["initial"] = {
            f"h{number}_{code}": getattr(one, f"text_{code}")
            for number, one in written.items()
            for code in ("ky", "ru")
        }
        super().__init__(*args, **kwargs)
        for number in range(1, HEADINGS + 1):
            title = law.form("F3").line(f"heading.{number}", page_language)
            for code, name in (("ky", _("in Kyrgyz")), ("ru", _("in Russian"))):
                field = words(f"{number}. {title}, {name}", rows=4)
                field.max_length = 60_000
                self.fields[f"h{number}_{code}"] = field

    def pairs(self) -> list[tuple[int, Any, Any]]:
        return [(n, self[f"h{n}_ky"], self[f"h{n}_ru"]) for n in range(1, HEADINGS + 1)]

    def headings(self) -> dict[int, tuple[str, str]]:
        said = self.cleaned_data
        return {n: (said[f"h{n}_ky"], said[f"h{n}_ru"]) for n in range(1, HEADINGS + 1)}


class AttachmentForm(OnceForm):
    """Any other paper: an expertise, a letter, a reckoning."""

    file = file_field(
        _("File"),
        required=True,
        help_text=_("Word (.docx), plain text, PDF, PNG or JPG, up to 20 MB"),
    )
    title = forms.CharField(label=_("What the paper is"), max_length=300)
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("ky", _("Kyrgyz")), ("ru", _("Russian")), ("ky+ru", _("Kyrgyz and Russian"))],
    )

    def papers(self) -> list[File]:
        said = self.cleaned_data
        (file,) = as_file(said["file"], language=said["language"])
        return [File(file.language, file.name, file.data, title=said["title"])]


class TableForm(OnceForm):
    """The acts that are changed, so that the table shows their words in force; or a finished table."""

    target_ru = file_field(_("The act in force in Russian"), help_text=WORD)
    target_ky = file_field(_("The act in force in Kyrgyz"), help_text=WORD)

    def papers(self) -> list[File]:
        said = self.cleaned_data
        found = [as_file(said[f"target_{code}"], language=code) for code in ("ky", "ru")]
        return [file for files in found for file in files]


class TableFileForm(OnceForm):
    """A comparative table made elsewhere."""

    file = file_field(
        _("Comparative table as a file"),
        required=True,
        help_text=_("Word (.docx) or PDF, up to 20 MB"),
    )

    def papers(self) -> list[File]:
        return as_file(self.cleaned_data["file"], language="ky+ru")
