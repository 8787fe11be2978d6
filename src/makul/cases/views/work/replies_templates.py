"""A ministry's own templates of replies: a list, a page to make or change one, a page to throw one away."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from makul.cases.actions.answering import drop_template, keep_template
from makul.cases.forms.answering import TemplateForm, template_initial
from makul.cases.models import ReplyTemplate
from makul.cases.queries.answering import templates_of
from makul.cases.views.work.page import SeeOther, address, clock, language
from makul.core.errors import BadInput
from makul.parties import keeping
from makul.parties.access import ROLE_OF_KIND, require
from makul.parties.acting import acting
from makul.parties.forms import ConfirmForm, attempt
from makul.parties.models import Mandate

View = Callable[..., HttpResponse]


def house_page(view: View) -> View:
    """A page of a body that drafts replies; others are told that they do not."""

    @never_cache
    @wraps(view)
    def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        actor = acting(request)
        role = ROLE_OF_KIND.get(actor.party.kind)
        require(actor, "draft_reply", role=role, on=timezone.localdate(clock()))
        return view(request, actor, **kwargs)

    return page


@house_page
def reply_templates(request: HttpRequest, actor: Mandate) -> HttpResponse:
    """All templates of the body, each with its words."""
    templates = list(templates_of(actor).select_related("changed_by"))
    values = {"title": _("Templates of replies"), "templates": templates}
    return render(request, "cases/work/reply_templates.html", values)


@house_page
def reply_template(request: HttpRequest, actor: Mandate, pk: int | None = None) -> HttpResponse:
    """Make a template, or change one."""
    template = get_object_or_404(templates_of(actor), pk=pk) if pk else None
    begun = keeping.begun(request) or template_initial(template)
    data = request.POST if request.method == "POST" else None
    form = TemplateForm(data, initial=begun, page_language=language())
    if data is not None and attempt(
        form,
        lambda: keep_template(content=form.content, actor=actor, now=clock(), template=template),
        now=clock(),
        field=field_of,
    ):
        keeping.forget(actor, request.path)
        messages.success(request, _("The template is kept."))
        return SeeOther(address("reply_templates"))
    values = {
        "title": _("Change the template") if template else _("New template"),
        "template": template,
        "form": form,
        "nav": "reply_templates",
    }
    status = 422 if form.errors else 200
    return render(request, "cases/work/reply_template.html", values, status=status)


def field_of(error: BadInput) -> str | None:
    """The field a refusal is about."""
    return {"template_name_taken": "name", "no_template_words": "text_ky"}.get(error.code)


@house_page
def reply_template_drop(request: HttpRequest, actor: Mandate, pk: int) -> HttpResponse:
    """Throw a template away, after a look at what follows."""
    template = get_object_or_404(templates_of(actor), pk=pk)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_bound and attempt(form, lambda: drop(template, actor), now=clock()):
        messages.success(request, _("The template is thrown away."))
        return SeeOther(address("reply_templates"))
    values = {
        "title": _("Throw the template “%(name)s” away") % {"name": template.name},
        "consequences": [
            _("Your colleagues can no longer choose it."),
            _("Replies that were made from it stay as they are."),
        ],
        "button": _("Throw it away"),
        "back": address("reply_template", template.pk),
        "is_harsh": True,
        "nav": "reply_templates",
    }
    return render(request, "web/confirm.html", values)


def drop(template: ReplyTemplate, actor: Mandate) -> None:
    drop_template(template=template, actor=actor, now=clock())
