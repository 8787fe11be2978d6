"""The form of a reply to one row."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makul.cases.actions.replies import ReplyInput
from makul.cases.forms.fields import choices_of, words
from makul.cases.models import Reply
from makul.parties.forms import OnceForm

WORDS = ("kind", "text_ky", "text_ru", "wording_ky", "wording_ru")
HINTS = {
    "accepted": _("With the new wording"),
    "partly": _("With the new wording, and the reason for the rest"),
    "declined": _("With the reason: a norm, a reckoning or a fact"),
}


class ReplyForm(OnceForm):
    """Accepted, partly or declined; the words in both languages."""

    kind = forms.ChoiceField(label=_("The reply"), widget=forms.RadioSelect)
    text_ky = words(_("Reason in Kyrgyz"), rows=4)
    text_ru = words(_("Reason in Russian"), rows=4)
    wording_ky = words(_("New wording in Kyrgyz"), rows=3)
    wording_ru = words(_("New wording in Russian"), rows=3)

    def __init__(self, *args: Any, page_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = choices_of("reply.kind", page_language)
        kind.hints = HINTS

    @property
    def content(self) -> ReplyInput:
        return ReplyInput(**{name: self.cleaned_data[name] for name in WORDS})


def reply_initial(reply: Reply | None) -> dict[str, Any]:
    return {name: getattr(reply, name) for name in WORDS} if reply else {}
