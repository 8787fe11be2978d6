"""A letter on paper: the desk enters a body's position with its scan and the day it came."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from makul.cases.actions.papers import Letter, file_paper
from makul.cases.forms.fields import as_file
from makul.cases.forms.paper import PaperForm
from makul.cases.forms.position import PositionForms, added, typed
from makul.cases.models import Position
from makul.cases.queries.provisions import draft_text
from makul.cases.views.work.page import SeeOther, Work, language, work_page
from makul.cases.views.work.position import wanted
from makul.parties import keeping
from makul.parties.models import Party
from makul.parties.ordering import by_name

SAVE, ADD, REMOVE = "save", "add", "remove-"
LETTER = ("body", "received_at", "outgoing")


class LetterForms(PositionForms):
    """The letter and the position in it, checked as one."""

    paper: PaperForm

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.head.fields["stance"].label = _("Stance in the letter")
        self.head.fields["language"].label = _("Language of the letter")

    def is_valid(self) -> bool:
        return all([self.paper.is_valid(), super().is_valid()])

    @property
    def errors(self) -> list[Any]:
        return [*self.paper.errors.items(), *super().errors] if self.head.is_bound else []

    def __iter__(self) -> Any:
        yield from self.paper
        yield from super().__iter__()


@work_page("receive_paper")
def paper_position(work: Work) -> HttpResponse:
    """Enter a letter; adding and removing remarks keeps what is typed (the scan is chosen last)."""
    do = work.data.get("do", SAVE) if work.data else ""
    forms = letter_forms(work, do=do)
    if do == SAVE and work.attempt(forms, lambda: enter(work, forms)):
        keeping.forget(work.actor, work.request.path)
        filed = forms.result
        return SeeOther(work.url("paper_receipt", filed.pk) if filed else work.url("case_work"))
    values = {"forms": forms, "text": draft_text(work.case, language())}
    return work.show("paper_position.html", values, form=forms if do == SAVE else None)


def letter_forms(work: Work, *, do: str) -> LetterForms:
    text = draft_text(work.case, language())
    known: dict[str, Any] = {
        "choices": text.choices(words=language(), whole=_("The whole draft")),
        "page_language": language(),
    }
    of_letter: dict[str, Any] = {
        "bodies": bodies_of(work),
        "page_language": language(),
        "now": work.now,
    }
    if do == SAVE:
        forms = LetterForms(work.data, **known)
        forms.paper = PaperForm(work.data, work.request.FILES, **of_letter)
        return forms
    given: dict[str, Any] = {"language": "ky", "remarks": [{}], "received_at": work.now}
    if data := work.data or keeping.begun(work.request):
        given = added(typed(data, removed=do.removeprefix(REMOVE)), wanted(do, None))
        given |= {name: data.get(name, "") for name in LETTER}
    forms = LetterForms(initial=given, **known)
    forms.paper = PaperForm(initial=given, **of_letter)
    return forms


def bodies_of(work: Work) -> list[Party]:
    seats = work.case.participations.filter(role="lsg").select_related("party")
    return [seat.party for seat in seats.order_by(by_name(language(), prefix="party__"))]


def enter(work: Work, forms: LetterForms) -> Position:
    content = forms.content
    [scan] = as_file(forms.paper.cleaned_data["scan"], language=content.language)
    letter = Letter(
        party=forms.paper.party,
        content=content,
        scan=scan,
        received_at=forms.paper.cleaned_data["received_at"],
        outgoing=forms.paper.cleaned_data["outgoing"],
    )
    version = draft_text(work.case, content.language).version
    return file_paper(
        case=work.case, letter=letter, actor=work.actor, now=work.now, version=version
    )
