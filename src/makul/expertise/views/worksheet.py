"""The worksheet of the experts: one part a page, costs with three estimates, then the verdict, signed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from makul.cases.queries.provisions import Choices
from makul.expertise.actions.verdict import sign_verdict
from makul.expertise.actions.worksheet import keep_costs, keep_findings, keep_verdict
from makul.expertise.forms.worksheet import (
    FEWEST_WORDINGS,
    MOST_WORDINGS,
    CostForms,
    PartForm,
    SignForm,
    VerdictForm,
    WordingForm,
    typed,
)
from makul.expertise.models import Expertise, Verdict
from makul.expertise.queries.materials import sheets_of, text_of
from makul.expertise.queries.opinion import Opinion, opinion_of, text_digest
from makul.expertise.views.page import (
    Work,
    capital,
    expertise_page,
    language,
    show,
    step_task,
    value_words,
)
from makul.law.forms import phrase
from makul.law.procedures import procedure
from makul.parties import keeping

COSTS = "costs"
STEPS = {1: "verdict", 2: "second_deliberation"}


@expertise_page("fill_worksheet")
def worksheet(work: Work, expertise: Expertise) -> HttpResponse:
    """All parts with how much of each is answered, and what is left before the verdict."""
    opinion = opinion_of(expertise)
    values = {
        "title": _("Worksheet of the expertise"),
        "expertise": expertise,
        "opinion": opinion,
        "parts": list(parts(opinion)),
        "verdict": opinion.verdicts.get(1),
        "declared": any(d.expert.party_id == work.actor.party_id for d in opinion.declarations),
        "term": work.term("verdict"),
    }
    return show(work, "worksheet.html", values)


def parts(opinion: Opinion) -> Iterator[dict[str, Any]]:
    """Each part of the method: its name, how many questions, how many answered."""
    for key, asked in opinion.parts.items():
        done = sum(one.finding is not None for one in asked)
        yield {"key": key, "name": part_name(opinion, key), "all": len(asked), "done": done}
    yield {
        "key": COSTS,
        "name": opinion.method.parts[COSTS][language()],
        "all": 0,
        "done": len(opinion.costs),
    }


def part_name(opinion: Opinion, key: str) -> str:
    if key in opinion.method.parts:
        return opinion.method.parts[key][language()]
    return capital(phrase("interest", key, language=language()))


def next_part(opinion: Opinion, key: str) -> str:
    """The part that follows, or nothing after the last."""
    keys = [*opinion.parts, COSTS]
    after = keys[keys.index(key) + 1 :]
    return after[0] if after else ""


@expertise_page("fill_worksheet")
def part(work: Work, expertise: Expertise, part: str) -> HttpResponse:
    """The questions of one part; what is typed keeps itself."""
    opinion = opinion_of(expertise)
    asked = opinion.parts.get(part)
    if asked is None:
        raise Http404
    form = PartForm(
        work.data,
        asked=asked,
        method=opinion.method,
        places=places_of(expertise),
        language=language(),
        initial=keeping.begun(work.request),
    )
    if work.is_post and work.attempt(form, lambda: kept_part(work, expertise, form)):
        keeping.forget(work.actor, work.request.path)
        return on(work, opinion, part)
    values = {
        "title": part_name(opinion, part),
        "expertise": expertise,
        "opinion": opinion,
        "part": part,
        "next": next_part(opinion, part),
        "is_signed": is_signed(opinion),
        "matters": opinion.method.matters.values() if part == "competence" else (),
        "language": language(),
    }
    return show(work, "part.html", values, form=form)


def kept_part(work: Work, expertise: Expertise, form: PartForm) -> None:
    keep_findings(expertise=expertise, findings=form.findings(), actor=work.actor, now=work.now)


def on(work: Work, opinion: Opinion, key: str) -> HttpResponse:
    """To the next part, or back to the worksheet, as the button says."""
    following = next_part(opinion, key)
    if work.data.get("do") == "next" and following:
        name = "expertise_costs" if following == COSTS else "expertise_part"
        args = () if following == COSTS else (following,)
        return work.done(_("Kept."), to=work.url(name, *args))
    return work.done(_("Kept."), to=work.url("expertise_verdict"))


def places_of(expertise: Expertise) -> Choices:
    """The provisions a finding may name; none where Makul holds no text."""
    text = text_of(expertise, language())
    if not text.provisions:
        return []
    return text.choices(words=language(), whole=_("The whole draft"))


def is_signed(opinion: Opinion) -> bool:
    verdict = opinion.verdicts.get(1)
    return bool(verdict and verdict.signed_at)


@expertise_page("fill_worksheet")
def costs(work: Work, expertise: Expertise) -> HttpResponse:
    """Costs by kind of body, three estimates each; the likely one begins as the draft's sheet has it."""
    sheets = sheets_of(expertise)
    form = CostForms(
        work.data,
        expertise=expertise,
        sheets=sheets,
        language=language(),
        begun=keeping.begun(work.request),
    )
    if work.is_post and work.attempt(
        form,
        lambda: keep_costs(
            expertise=expertise, lines=form.inputs(), actor=work.actor, now=work.now
        ),
    ):
        keeping.forget(work.actor, work.request.path)
        return work.done(_("Kept."), to=work.url("expertise_verdict"))
    opinion = opinion_of(expertise)
    values = {
        "title": opinion.method.parts[COSTS][language()],
        "expertise": expertise,
        "opinion": opinion,
        "sheets": sheets,
        "rule": opinion.method.rule[language()],
        "is_signed": is_signed(opinion),
        "terms": {"one_off": _("Once"), "yearly": _("Every year")},
    }
    wrong = work.is_post
    return show(work, "costs.html", values, form=form, is_wrong=wrong)


@expertise_page("fill_worksheet")
def verdict_edit(work: Work, expertise: Expertise, deliberation: int = 1) -> HttpResponse:
    """The verdict with its reasons and, of the first, the wordings proposed."""
    opinion = opinion_of(expertise)
    saved = opinion.verdicts.get(deliberation)
    begun = keeping.begun(work.request, saved_at=saved.changed_at if saved else None)
    form = verdict_form(work, saved, begun, deliberation)
    wordings = wording_forms(work, expertise, opinion, begun) if deliberation == 1 else []
    is_more = bool(work.is_post and work.data.get("do") == "more")
    found = [one.is_valid() for one in (form, *wordings)]  # each is asked: each tells its errors
    is_right = not is_more and all(found)
    if is_right and work.attempt(
        form, lambda: kept_verdict(work, expertise, form, wordings, deliberation)
    ):
        keeping.forget(work.actor, work.request.path)
        return work.done(_("Kept."), to=work.url("expertise_sign", deliberation))
    values = {
        "title": _("Verdict") if deliberation == 1 else step_task("second_deliberation"),
        "expertise": expertise,
        "opinion": opinion,
        "wordings": wordings,
        "count": len(wordings),
        "deliberation": deliberation,
        "saved": saved,
        "term": work.term(STEPS[deliberation]),
        "first_words": first_words(opinion),
        "answer_words": value_words(opinion.answer.value) if opinion.answer else "",
    }
    return show(work, "verdict.html", values, form=form, is_wrong=work.is_post and not is_more)


def verdict_form(
    work: Work, saved: Verdict | None, begun: keeping.Typed | None, deliberation: int
) -> VerdictForm:
    values = procedure("expertise").step(STEPS[deliberation]).values
    initial: dict[str, Any] = {}
    if saved:
        initial = {n: getattr(saved, n) for n in ("value", "reasons_ky", "reasons_ru")}
    return VerdictForm(
        work.data,
        initial=begun or initial,
        choices=[(one, capital(value_words(one))) for one in values],
    )


def wordings_asked(work: Work, opinion: Opinion, begun: keeping.Typed | None) -> int:
    """How many forms of a wording are shown: two empty ones more than there are, when asked for."""
    given = str((work.data or begun or {}).get("wordings", ""))
    if given.isdigit():
        more = FEWEST_WORDINGS if work.data and work.data.get("do") == "more" else 0
        return min(int(given) + more, MOST_WORDINGS)
    return len(opinion.proposals) + FEWEST_WORDINGS


def wording_forms(
    work: Work, expertise: Expertise, opinion: Opinion, begun: keeping.Typed | None
) -> list[WordingForm]:
    places, saved = places_of(expertise), opinion.proposals
    return [
        WordingForm(
            work.data,
            prefix=f"w{number}",
            places=places,
            initial=typed(begun, f"w{number}")
            or (proposal_initial(saved[number]) if number < len(saved) else {}),
        )
        for number in range(wordings_asked(work, opinion, begun))
    ]


def proposal_initial(one: Any) -> dict[str, str]:
    names = ("eid", "place", "wording_ky", "wording_ru", "reason_ky", "reason_ru")
    return {name: getattr(one, name) for name in names}


def kept_verdict(
    work: Work,
    expertise: Expertise,
    form: VerdictForm,
    wordings: list[WordingForm],
    deliberation: int,
) -> Verdict:
    return keep_verdict(
        expertise=expertise,
        deliberation=deliberation,
        **{n: form.cleaned_data[n] for n in ("value", "reasons_ky", "reasons_ru")},
        proposals=[one.content() for one in wordings if one.is_said],
        actor=work.actor,
        now=work.now,
    )


def first_words(opinion: Opinion) -> str:
    first = opinion.verdicts.get(1)
    return value_words(first.value) if first else ""


@expertise_page("sign_verdict")
def sign(work: Work, expertise: Expertise, deliberation: int) -> HttpResponse:
    """The opinion whole, as it will stand on paper, and the signature of the one who leads."""
    opinion = opinion_of(expertise)
    verdict = opinion.verdicts.get(deliberation)
    if verdict is None:
        raise Http404
    verdict.expertise = expertise
    form = SignForm(work.data, initial={"sha256": text_digest(verdict)})
    if work.is_post and work.attempt(
        form,
        lambda: sign_verdict(
            verdict=verdict,
            sha256=form.cleaned_data["sha256"],
            actor=work.actor,
            now=work.now,
        ),
    ):
        said = _("The opinion is signed and on record; letters go out now.")
        return work.done(said, to=work.url("expertise_work"))
    values = {
        "title": _("The opinion before it is signed"),
        "expertise": expertise,
        "opinion": opinion,
        "verdict": verdict,
        "verdict_words": capital(value_words(verdict.value)),
        "deliberation": deliberation,
        "unanswered": len(opinion.asked) - opinion.answered,
        "parts": [(part_name(opinion, key), asked) for key, asked in opinion.parts.items()],
        "may_act": work.may("sign_verdict"),
        "language": language(),
    }
    return show(work, "sign.html", values, form=form)
