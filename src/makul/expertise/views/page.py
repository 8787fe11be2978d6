"""What every work page of an expertise shares: the expertise of the case, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from makul.cases.views.work.page import Work, language, work_page
from makul.cases.views.work.words import step_name, step_task
from makul.expertise.models import Expertise
from makul.law.procedures.words import name

type View = Callable[..., HttpResponse]


def expertise_page(*rights: str) -> Callable[[View], View]:
    """A work page of an expertise for those whose role carries one of the rights; none: for all."""

    def decorate(view: View) -> View:
        @work_page(*rights)
        def page(work: Work, **kwargs: Any) -> HttpResponse:
            found = Expertise.objects.select_related(
                "bill", "conciliation", "version", "ordered_by"
            )
            expertise = get_object_or_404(found, case=work.case)
            expertise.case = work.case
            return view(work, expertise, **kwargs)

        return page

    return decorate


def show(
    work: Work,
    template: str,
    values: dict[str, Any],
    *,
    form: Any = None,
    is_wrong: bool | None = None,
) -> HttpResponse:
    """The page; a form with errors comes back with 422."""
    own = {
        "case": work.case,
        "work": work,
        "role": work.role,
        "today": work.today,
        "form": form,
        "nav": "today",
        "back": work.url("expertise_work"),
    }
    wrong = work.is_post and form is not None and bool(form.errors)
    status = 422 if (wrong if is_wrong is None else is_wrong) else 200
    return render(work.request, f"expertise/work/{template}", own | values, status=status)


def value_words(value: str) -> str:
    """A verdict, an answer or an ending in the language of the page."""
    return name("value", value, language=language())


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


__all__ = [
    "Work",
    "capital",
    "expertise_page",
    "language",
    "show",
    "step_name",
    "step_task",
    "value_words",
]
