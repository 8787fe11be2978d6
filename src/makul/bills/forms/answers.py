"""The forms of the watch: a case on own motion, the opinion filed, let be, what a bill touches, its case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.bills.actions.answering import LONGEST_REASON
from makul.cases.forms.fields import as_file, choices_of, file_field, words
from makul.documents.storing import File
from makul.parties.forms import OnceForm
from makul.parties.models import Party

CIRCLES = [
    ("", _("Choose later, on the page of the case")),
    ("executive", _("All executive bodies: aiyl okmotu and mayors")),
    ("all", _("All executive bodies and all local keneshes")),
]


class MotionForm(OnceForm):
    """A case on own motion, with what the register says filled in."""

    title_ky = words(_("Title in Kyrgyz"), rows=2)
    title_ru = words(_("Title in Russian"), rows=2)
    initiator = forms.ChoiceField(
        label=_("Who stands for the initiator"),
        help_text=_("For a deputies' bill: the body that answers for it in the Jogorku Kenesh."),
    )
    decider = forms.ChoiceField(label=_("Who will decide"))
    circle = forms.ChoiceField(
        label=_("Which bodies are asked"), choices=CIRCLES, required=False, widget=forms.RadioSelect
    )

    def __init__(
        self, *args: Any, parties: Mapping[str, Party], page_language: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        named = [("", "—"), *((key, one.name(page_language)) for key, one in parties.items())]
        for name in ("initiator", "decider"):
            self.fields[name].choices = named  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not (cleaned.get("title_ky", "").strip() or cleaned.get("title_ru", "").strip()):
            self.add_error("title_ky", _("Write the title, in Kyrgyz or in Russian."))
        if cleaned.get("initiator") and cleaned.get("initiator") == cleaned.get("decider"):
            self.add_error("decider", _("One body cannot both initiate and decide. Name another."))
        return cleaned


class OpinionForm(OnceForm):
    """The opinion as it was drawn up, or the association's own files."""

    text_ky = file_field(_("Your own file in Kyrgyz, if you changed it"))
    text_ru = file_field(_("Your own file in Russian, if you changed it"))
    is_sure = forms.BooleanField(
        label=_("I have read the opinion; it goes into the public dossier of the bill")
    )

    @property
    def texts(self) -> list[File]:
        given = self.cleaned_data
        return [
            file
            for code in ("ky", "ru")
            for file in as_file(given.get(f"text_{code}"), language=code)
        ]


class LetBeForm(OnceForm):
    """Why no step follows."""

    reason = forms.CharField(
        label=_("Why no step follows"),
        max_length=LONGEST_REASON,
        help_text=_("Everyone can read it on the page of the bill."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FindForm(OnceForm):
    """Whether a bill touches local communities, and by which interests."""

    touches = forms.ChoiceField(
        label=_("Does the bill touch local communities?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
    )
    interests = forms.MultipleChoiceField(
        label=_("Which interests"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, page_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["touches"].is_inline = True  # type: ignore[attr-defined]
        self.fields["interests"].choices = choices_of("interest", page_language)  # type: ignore[attr-defined]


class MatchForm(OnceForm):
    """The number of the case that is the bill's conciliation."""

    number = forms.CharField(
        label=_("Number of the case"),
        max_length=20,
        required=False,
        help_text=_("Empty it where the case is a wrong one."),
    )


class SourceForm(OnceForm):
    """A file of a register to take in."""

    source = forms.RegexField(
        label=_("Name of the register"),
        regex=r"\A[a-z0-9-]{2,40}\Z",
        help_text=_("Small Latin letters, for example kenesh. The same register keeps its name."),
        error_messages={"invalid": _("Write it in small Latin letters, for example kenesh.")},
    )
    file = file_field(
        _("File, CSV or JSON, in UTF-8"), required=True, help_text=_("At most 20 MB.")
    )
