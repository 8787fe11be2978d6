"""The intake checklist (form F1) as the machine can fill it in; whether the package is whole a person says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makul.documents.models import Version
from makul.drafts.models import DraftAct
from makul.drafts.queries import HEADINGS, missing_papers, texts_of
from makul.law import forms as law
from makul.parties.queries import signatories


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the form: `is_there` None where the line is for information only."""

    label: str
    said: str
    is_there: bool | None = None


def checklist(draft: DraftAct, *, language: str, on: date) -> list[Check]:
    """The lines of form F1 for a package, in the order of the form."""
    lacking = frozenset(missing_papers(draft))
    texts = texts_of(draft)
    rows = [
        *(_text(code, texts.get(code), draft, language) for code in ("ky", "ru")),
        _note(draft, lacking, language),
        _one_of("comparative", _comparative(draft, lacking), language),
        _one_of("cost_sheet", "no" if "costs" in lacking else "yes", language),
        _summary(draft, language),
        _questions(draft, language),
        _signatory(draft, language, on=on),
        Check(
            _label("track", language), law.phrase("intake.track", draft.track, language=language)
        ),
    ]
    if draft.track == "short":
        rows.append(Check(_label("track_reason", language), draft.track_reason))
    return rows


def _label(key: str, language: str) -> str:
    return law.form("F1").label(f"intake.{key}", language)


def _answer(is_there: bool, language: str) -> str:
    return law.phrase("answer", "yes" if is_there else "no", language=language)


def _text(code: str, version: Version | None, draft: DraftAct, language: str) -> Check:
    label = _label(f"text_{code}", language)
    if version:
        said = read_words(version)
        return Check(label, said, True)
    if draft.missing_language_by:
        day = date_format(draft.missing_language_by, "DATE_FORMAT")
        return Check(label, _("will be ready on %(day)s") % {"day": day}, None)
    return Check(label, _answer(False, language), False)


def _note(draft: DraftAct, lacking: frozenset[str], language: str) -> Check:
    written = [one for one in draft.headings.all() if one.text_ky.strip() or one.text_ru.strip()]
    is_there = "note" not in lacking
    said = _("%(n)s of %(all)s headings") % {"n": len(written), "all": HEADINGS}
    return Check(_label("note", language), said, is_there)


def _comparative(draft: DraftAct, lacking: frozenset[str]) -> str:
    if "comparative" in {item.kind for item in draft.items.all()}:
        return "yes"
    return "no" if "comparative" in lacking else "not_needed"


def _one_of(key: str, value: str, language: str) -> Check:
    said = law.phrase(f"intake.{key}", value, language=language)
    return Check(_label(key, language), said, {"yes": True, "no": False}.get(value))


def _summary(draft: DraftAct, language: str) -> Check:
    names = {"ky": _("in Kyrgyz"), "ru": _("in Russian")}
    written = [name for code, name in names.items() if getattr(draft, f"summary_{code}").strip()]
    said = ", ".join(written) or _answer(False, language)
    return Check(_label("summary", language), said, bool(written))


def _questions(draft: DraftAct, language: str) -> Check:
    texts = (draft.questions_ky, draft.questions_ru)
    n = max(len([1 for line in text.splitlines() if line.strip()]) for text in texts)
    return Check(_label("questions", language), str(n))


def _signatory(draft: DraftAct, language: str, *, on: date) -> Check:
    found = list(signatories(draft.initiator, on=on)[:3])
    said = "; ".join(_office(one.office(language), one.to_on) for one in found)
    return Check(_label("signatory", language), said or _answer(False, language), bool(found))


def _office(name: str, to_on: date | None) -> str:
    if to_on is None:
        return _("%(office)s, no last day") % {"office": name}
    return _("%(office)s, until %(day)s") % {
        "office": name,
        "day": date_format(to_on, "DATE_FORMAT"),
    }


def read_words(version: Version) -> str:
    """How much of a text was read: its articles, or its points where it has none."""
    if n := version.provisions.filter(kind="article").count():
        return ngettext("%(n)s article was read", "%(n)s articles were read", n) % {"n": n}
    n = version.provisions.filter(kind="point").count()
    return ngettext("%(n)s point was read", "%(n)s points were read", n) % {"n": n}
