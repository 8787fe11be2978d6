"""Who is told and who was: the letters, their delivery, letters sent again, other ways of telling."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from makul.cases.actions.notifying import notify as queue_letters
from makul.cases.actions.notifying import notify_again, record_handed_over
from makul.cases.views.work.page import Work, language, work_page
from makul.core.errors import BadInput
from makul.core.provisions import folded, normal
from makul.drafts.forms.desk import HowForm
from makul.drafts.letters import notified_letter
from makul.drafts.told import STATES, Told, counts_of, told_of
from makul.drafts.views.page import show_work
from makul.parties.forms import ConfirmForm, OnceForm

PAGE = 50
STATE_WORDS: dict[str, Promise] = {
    "not_sent": gettext_lazy("no letter yet"),
    "queued": gettext_lazy("letter waits to be delivered"),
    "failed": gettext_lazy("letter could not be delivered"),
    "delivered": gettext_lazy("letter delivered"),
    "other_way": gettext_lazy("told in another way"),
}


@work_page("notify")
def notify(work: Work) -> HttpResponse:
    """Each party with the state of its letter, and what can be done about it (Order, art. 18)."""
    rows = told_of(work.case)
    asked = asked_party(work, rows)
    if work.is_post and "again" in work.request.POST:
        return sent_again(work, rows)
    if work.is_post and asked:
        return told_otherwise(work, rows, asked)
    form = ConfirmForm(work.data)
    if work.is_post and work.attempt(form, lambda: queue(work, rows)):
        return queued(work, form)
    return notify_page(work, rows, form, asked=asked, how=HowForm(auto_id="how_%s"))


def queue(work: Work, rows: Sequence[Told]) -> int:
    """Raises BadInput `no_circle` while no body is chosen."""
    if not any(row.role == "lsg" for row in rows):
        raise BadInput("no_circle")
    return queue_letters(case=work.case, write=notified_letter, actor=work.actor, now=work.now)


def queued(work: Work, form: OnceForm) -> HttpResponse:
    n = form.result or 0
    said = ngettext(
        "%(n)s letter is on its way. The term of each body runs from its own delivery.",
        "%(n)s letters are on their way. The term of each body runs from its own delivery.",
        n,
    )
    return work.done(said % {"n": n}, to=work.url("notify"))


def asked_party(work: Work, rows: Sequence[Told]) -> Told | None:
    """The party of which the page asks how else it was told. Raises Http404."""
    key = work.request.GET.get("tell", "")
    found = next((row for row in rows if row.party.key == key), None)
    if key and found is None:
        raise Http404
    return found


def told_otherwise(work: Work, rows: Sequence[Told], asked: Told) -> HttpResponse:
    """Record that a party was told by post, by hand or by telephone: its term runs from now."""
    how = HowForm(work.data, auto_id="how_%s")
    if work.attempt(how, lambda: hand_over(work, asked, how.cleaned_data["how"])):
        said = _("It is on record that %(name)s was told; its term runs.")
        return work.done(said % {"name": asked.party.name(language())}, to=work.url("notify"))
    return notify_page(work, rows, how, asked=asked, how=how)


def hand_over(work: Work, asked: Told, how: str) -> None:
    """Raises BadInput `told_already`: a term that runs is not begun anew."""
    if asked.state in {"delivered", "other_way"}:
        raise BadInput("told_already")
    record_handed_over(case=work.case, body=asked.party, actor=work.actor, now=work.now, how=how)


def sent_again(work: Work, rows: Sequence[Told]) -> HttpResponse:
    """One failed letter once more. A letter that has not failed leaves the page as it is (422)."""
    wanted = work.request.POST["again"]
    row = next((one for one in rows if one.notice and str(one.notice.pk) == wanted), None)
    form = ConfirmForm(work.data)
    if row and work.attempt(form, lambda: send(work, row)):
        said = _("The letter to %(name)s is on its way again.")
        return work.done(said % {"name": row.party.name(language())}, to=work.url("notify"))
    if row is None:
        raise Http404
    return notify_page(work, rows, form, asked=None, how=HowForm(auto_id="how_%s"))


def send(work: Work, row: Told) -> None:
    if row.notice is None or row.state != "failed":
        raise BadInput("letter_not_failed")
    notify_again(case=work.case, notice=row.notice, actor=work.actor, now=work.now)


def notify_page(
    work: Work, rows: Sequence[Told], form: OnceForm, *, asked: Told | None, how: HowForm
) -> HttpResponse:
    state = work.request.GET.get("state", "")
    text = work.request.GET.get("q", "").strip()
    shown = [row for row in rows if state not in STATES or row.state == state]
    counts = counts_of(rows)
    values = {
        "title": _("Who is told, and who was"),
        "page_obj": Paginator(named(shown, text), PAGE).get_page(work.request.GET.get("page")),
        "total": len(rows),
        "bodies": sum(row.role == "lsg" for row in rows),
        "counts": [(one, STATE_WORDS[one], n) for one, n in counts.items() if n],
        "unsent": counts["not_sent"],
        "state": state,
        "text": text,
        "asked": asked,
        "how": how,
        "term": work.term("notified"),
        "may_act": work.may("notify"),
    }
    return show_work(work, "notify.html", values, form=form)


def named(rows: Sequence[Told], text: str) -> list[Told]:
    """Those with every word of `text` in their names."""
    words = text[:100].split()
    return [row for row in rows if all(is_in(word, row) for word in words)]


def is_in(word: str, row: Told) -> bool:
    names = f"{row.party.name_ky} {row.party.name_ru} {row.party.name_en}"
    return normal(word) in normal(names) or folded(word) in folded(names)
