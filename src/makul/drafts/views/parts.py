"""One page for each part of a package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from makul.core.errors import BadInput
from makul.core.provisions import Act, align, label
from makul.documents.storing import File, read
from makul.drafts.actions.finishing import name_deciders, remove_paper
from makul.drafts.actions.preparing import describe_draft, put_paper, write_costs, write_note
from makul.drafts.forms.costs import SheetForm, cost_lines, sheet_initial
from makul.drafts.forms.description import (
    DESCRIBED,
    DecidersForm,
    DescriptionForm,
    SummaryForm,
    content_of,
)
from makul.drafts.forms.papers import (
    AttachmentForm,
    NoteForm,
    TableFileForm,
    TableForm,
    TextsForm,
)
from makul.drafts.models import DraftAct
from makul.drafts.package import PARTS, has_table, papers_of, short_limits
from makul.drafts.queries import acts_of, texts_of, totals_of
from makul.drafts.tables import rows_of, table_files
from makul.drafts.views.page import Prep, draft_page, language
from makul.law import forms as law
from makul.parties.forms import ConfirmForm
from makul.parties.models import Party
from makul.parties.queries import local_bodies

MOST_ROWS = 200


@draft_page()
def draft_part(prep: Prep, part: str) -> HttpResponse:
    if part not in VIEWS:
        raise Http404
    return VIEWS[part](prep)


def described(prep: Prep, form: Any) -> bool:
    """Keep what a form says of the draft, and leave the rest as it is."""
    draft = prep.draft
    return prep.attempt(
        form,
        lambda: describe_draft(
            draft=draft, content=form.content(content_of(draft)), actor=prep.actor, now=prep.now
        ),
    )


def description(prep: Prep) -> HttpResponse:
    initial = {name: getattr(prep.draft, name) for name in DESCRIBED}
    form = DescriptionForm(prep.data, initial=initial, page_language=language())
    if prep.is_post and described(prep, form):
        return prep.done(_("Kept."))
    values = {"title": PARTS["description"], "barred": short_limits()}
    return prep.show("part/description.html", values, form=form)


def summary(prep: Prep) -> HttpResponse:
    names = ("summary_ky", "summary_ru", "questions_ky", "questions_ru")
    initial = {name: getattr(prep.draft, name) for name in names}
    form = SummaryForm(prep.data, initial=initial)
    if prep.is_post and described(prep, form):
        return prep.done(_("Kept."))
    return prep.show("part/summary.html", {"title": PARTS["summary"]}, form=form)


def texts(prep: Prep) -> HttpResponse:
    """Upload the texts; what was read of them is shown at once."""
    initial = {"missing_language_by": prep.draft.missing_language_by}
    form = TextsForm(prep.data, prep.request.FILES or None, initial=initial)
    if prep.is_post and prep.attempt(
        form, lambda: keep_texts(prep, form), lambda e: field_of(form, e)
    ):
        return prep.done(_("Kept. What was read stands below."), to=prep.request.path)
    values = {
        "title": PARTS["texts"],
        "texts": texts_read(prep.draft),
        "pairing": pairing(prep.draft),
    }
    return prep.show("part/texts.html", values, form=form)


def field_of(form: TextsForm, error: BadInput) -> str | None:
    return form.field_of(str(error.params.get("name", "")))


def keep_texts(prep: Prep, form: TextsForm) -> None:
    """The day named and the texts given, together or not at all."""
    day, files = form.cleaned_data["missing_language_by"], form.papers()
    if not files and day == prep.draft.missing_language_by:
        raise BadInput("no_file_given")
    if day != prep.draft.missing_language_by:
        content = replace(content_of(prep.draft), missing_language_by=day)
        describe_draft(draft=prep.draft, content=content, actor=prep.actor, now=prep.now)
    if files:
        put_paper(draft=prep.draft, kind="draft", files=files, actor=prep.actor, now=prep.now)


def texts_read(draft: DraftAct) -> list[dict[str, Any]]:
    """Of each text: where it is and how many provisions of each kind were read."""
    found = texts_of(draft)
    rows = []
    for code in ("ky", "ru"):
        version = found.get(code)
        kinds = Counter(version.provisions.values_list("kind", flat=True)) if version else {}
        rows.append({"code": code, "version": version, "kinds": kinds})
    return rows


def pairing(draft: DraftAct) -> dict[str, Any]:
    """Which articles stand in both languages, and which in one only."""
    acts = acts_of(draft)
    if len(acts) < 2:
        return {}
    found = align(acts["ru"], acts["ky"])
    return {
        "pairs": len(found.pairs),
        "only_ru": [label(eid, language="ru") for eid in found.only_ru],
        "only_ky": [label(eid, language="ky") for eid in found.only_ky],
    }


def note(prep: Prep) -> HttpResponse:
    form = NoteForm(prep.data, draft=prep.draft, page_language=language())
    if prep.is_post and prep.attempt(
        form,
        lambda: write_note(
            draft=prep.draft, headings=form.headings(), actor=prep.actor, now=prep.now
        ),
    ):
        return prep.done(_("Kept."))
    asked = [
        one.words[language()]
        for one in law.form("F3").fields
        if one.key.startswith("impact.") and one.rule != "system"
    ]
    return prep.show("part/note.html", {"title": PARTS["note"], "asked": asked}, form=form)


def comparative(prep: Prep) -> HttpResponse:
    """The table out of the amending formulas: seen first, then kept; or a finished one put in."""
    draft, acts = prep.draft, acts_of(prep.draft)
    is_file = bool(prep.is_post and "upload" in prep.request.POST)
    make = TableForm(None if is_file else prep.data, prep.request.FILES or None)
    ready = TableFileForm(prep.data if is_file else None, prep.request.FILES or None)
    form: Any = ready if is_file else make
    if prep.is_post and prep.attempt(
        form,
        lambda: put_paper(
            draft=draft,
            kind="comparative",
            files=table_given(draft, acts, form),
            actor=prep.actor,
            now=prep.now,
        ),
        lambda error: named_field(form, error),
    ):
        return prep.done(_("The table is in the package."), to=prep.request.path)
    found = {code: rows_of(act) for code, act in acts.items()}
    item = draft.items.filter(kind="comparative").select_related("document").first()
    values = {
        "title": PARTS["comparative"],
        "tables": [(code, rows[:MOST_ROWS], len(rows)) for code, rows in found.items() if rows],
        "has_table": has_table(draft),
        "item": item,
        "make": make,
        "ready": ready,
    }
    return prep.show("part/comparative.html", values, form=form)


def table_given(
    draft: DraftAct, acts: Mapping[str, Act], form: TableForm | TableFileForm
) -> list[File]:
    """The table as it was put in, or made of the texts. Raises: BadInput `no_amendments`."""
    if isinstance(form, TableFileForm):
        return form.papers()
    targets = {one.language: read(one) for one in form.papers()}
    files = table_files(draft, acts, targets=targets)
    if not files:
        raise BadInput("no_amendments")
    return files


def named_field(form: Any, error: BadInput) -> str | None:
    """The field in which the file was put that the refusal names."""
    name = error.params.get("name")
    given = {key: getattr(value, "name", None) for key, value in form.cleaned_data.items()}
    return next((key for key, its in given.items() if name and its == name), None)


def costs(prep: Prep) -> HttpResponse:
    """The cost sheet; «add five lines» keeps nothing yet and loses nothing."""
    draft = prep.draft
    written = [line for line in draft.costs.all() if line.party_id == draft.initiator_id]
    lines = cost_lines(
        lines=written,
        counts=bodies_by_kind(prep),
        provisions=articles(draft),
        language=language(),
        data=prep.data,
    )
    sheet = SheetForm(prep.data, initial=sheet_initial(draft))
    wants_more = prep.is_post and "more" in prep.request.POST
    if prep.is_post and not wants_more:
        is_well = min(one.is_valid() for one in lines)
        if is_well and prep.attempt(sheet, lambda: keep_costs(prep, sheet, lines)):
            return prep.done(_("Kept."))
        sheet.is_valid()
    values = {
        "title": PARTS["costs"],
        "lines": lines,
        "totals": totals_of(written) if written else {},
        "wrong": [(n, one) for n, one in enumerate(lines, 1) if prep.is_post and one.errors],
    }
    return prep.show("part/costs.html", values, form=sheet, is_more=wants_more)


def keep_costs(prep: Prep, sheet: SheetForm, lines: list[Any]) -> None:
    """The lines and what is said of the sheet, together or not at all."""
    draft = prep.draft
    known = sheet.is_determined()
    if known != draft.is_financing_determined:
        content = replace(content_of(draft), is_financing_determined=known)
        describe_draft(draft=draft, content=content, actor=prep.actor, now=prep.now)
    said = [one.line() for one in lines if one.is_said]
    write_costs(draft=draft, lines=said, actor=prep.actor, now=prep.now, sheet=sheet.sheet())


def bodies_by_kind(prep: Prep) -> Counter[str]:
    """How many bodies of each kind the register knows, to begin the sheet with."""
    found = local_bodies(on=prep.today).filter(
        kind=Party.Kind.EXECUTIVE, is_demonstration=prep.draft.initiator.is_demonstration
    )
    return Counter(found.order_by().values_list("body_kind", flat=True))


def articles(draft: DraftAct) -> list[tuple[str, str]]:
    """The articles a line of the sheet may be about, in the language of the page if it is there."""
    acts = acts_of(draft)
    act = acts.get(language()) or next(iter(acts.values()), None)
    listed = [
        (one.eid, f"{label(one.eid, language=language())}. {one.heading}"[:90].rstrip(". "))
        for one in (act.articles if act else ())
    ]
    return [("", _("the whole draft")), *listed]


def attachments(prep: Prep) -> HttpResponse:
    """Other papers: put in, listed, taken out again."""
    draft = prep.draft
    if prep.is_post and "remove" in prep.request.POST:
        return removed(prep)
    form = AttachmentForm(prep.data, prep.request.FILES or None)
    if prep.is_post and prep.attempt(
        form,
        lambda: put_paper(
            draft=draft, kind="attachment", files=form.papers(), actor=prep.actor, now=prep.now
        ),
        lambda error: "file",
    ):
        return prep.done(_("The paper is in the package."), to=prep.request.path)
    values = {"title": PARTS["attachments"], "papers": papers_of(draft, "attachment")}
    return prep.show("part/attachments.html", values, form=form)


def removed(prep: Prep) -> HttpResponse:
    wanted = prep.request.POST["remove"]
    item = next((one for one in prep.draft.items.all() if str(one.pk) == wanted), None)
    if item and item.kind == "attachment":
        item.draft = prep.draft
        prep.attempt(
            ConfirmForm({"once": prep.request.POST.get("once", "")}),
            lambda: remove_paper(item=item, actor=prep.actor, now=prep.now),
        )
    return prep.done(_("The paper was taken out of the package."), to=prep.request.path)


def deciders(prep: Prep) -> HttpResponse:
    """The body that will decide, and those after it."""
    kinds = (Party.Kind.COMMITTEE, Party.Kind.MINISTRY, Party.Kind.KENESH)
    bodies = Party.objects.filter(
        kind__in=kinds, is_demonstration=prep.draft.initiator.is_demonstration
    ).exclude(pk=prep.draft.initiator_id)
    named = [one.party.key for one in prep.draft.deciders.all()]
    initial = dict(zip(("first", "second", "third"), named, strict=False))
    form = DecidersForm(prep.data, initial=initial, bodies=list(bodies), page_language=language())
    if prep.is_post and prep.attempt(
        form,
        lambda: name_deciders(
            draft=prep.draft, deciders=form.deciders(), actor=prep.actor, now=prep.now
        ),
    ):
        return prep.done(_("Kept."))
    return prep.show("part/deciders.html", {"title": PARTS["deciders"]}, form=form)


VIEWS: dict[str, Callable[[Prep], HttpResponse]] = {
    "description": description,
    "texts": texts,
    "note": note,
    "comparative": comparative,
    "costs": costs,
    "summary": summary,
    "attachments": attachments,
    "deciders": deciders,
}
