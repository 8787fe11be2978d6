"""A position by Word: the form is downloaded, filled in, sent back, and shown before it is kept."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.cases.actions.positions import MOST_REMARKS
from makul.cases.forms.fields import as_file
from makul.cases.forms.recognised import Recognised, Unread, recognise
from makul.cases.forms.word import WordForm
from makul.cases.papers.answer_form import Filled, answer_form
from makul.cases.queries.provisions import draft_text
from makul.cases.queries.texts import known_eids
from makul.cases.views.work.page import Work, work_page
from makul.cases.views.work.position import own
from makul.documents.reading.tables import read_form
from makul.documents.word_writing import write_docx
from makul.parties import keeping

LANGUAGES = ("ky", "ru")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@work_page("draft_position")
def word_form(work: Work, tongue: str) -> HttpResponse:
    """The form in one language, filled with what is known: case, body, term, the draft so far."""
    if tongue not in LANGUAGES:
        raise Http404
    mine = own(work)
    filled = Filled(
        party=work.actor.party,
        last_day=work.term("position").get("last_day"),
        position=mine.get("draft") or mine.get("filed"),
    )
    text = draft_text(work.case, tongue)
    data = write_docx(answer_form(work.case, filled, text, language=tongue))
    response = HttpResponse(data, content_type=DOCX)
    name = f"makul-{work.case.number}-{tongue}.docx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@work_page("draft_position")
def word_answer(work: Work) -> HttpResponse:
    """Takes the form back; the page of the answer then starts from what it says."""
    form = WordForm(work.data, work.request.FILES or None)
    if work.is_post and work.attempt(form, lambda: take(work, form.cleaned_data["file"])):
        found: Recognised | None = form.result
        n = len(found.remarks) if found else 0
        said = ngettext(
            "%(n)s remark was recognised. Look at it, then keep it or send it.",
            "%(n)s remarks were recognised. Look at them, then keep or send them.",
            n,
        ) % {"n": n}
        return work.done(said, to=work.url("position_edit"))
    mine = own(work)
    values = {"is_begun": bool(mine.get("draft")), "filed": mine.get("filed")}
    return work.show("word_answer.html", values, form=form)


def take(work: Work, uploaded: UploadedFile[Any]) -> Recognised:
    """What the form says becomes what stands in the page of the answer, as if it were typed there."""
    [file] = as_file(uploaded, language="ky")
    filled = read_form(file.data, name=file.name)
    found = recognise(
        filled,
        case_number=work.case.number,
        party_key=work.actor.party.key,
        known=known_eids(work.case),
    )
    path = work.url("position_edit")
    keeping.keep(actor=work.actor, path=path, data=as_typed(found), now=work.now)
    return found


def as_typed(found: Recognised) -> dict[str, list[str]]:
    """The fields of the page of the answer, as a browser would send them."""
    remarks = found.remarks[:MOST_REMARKS]
    data = {
        "stance": [found.stance],
        "summary": [found.summary],
        "language": [found.language],
        "count": [str(len(remarks))],
        "unread": [said_of(one) for one in found.unread],
    }
    for n, one in enumerate(remarks):
        data |= {f"r{n}-{name}": [value] for name, value in one.items()}
    return data


def said_of(one: Unread) -> str:
    """«Row 3: why. It says: …», in the language of the page."""
    reason = _("Row %(n)s: %(reason)s.") % {"n": one.number, "reason": one.reason}
    return reason + " " + _("It says: “%(said)s”") % {"said": one.said}
