"""What the papers of an expertise say of their own, in Kyrgyz, Russian and English."""

from __future__ import annotations

from makul.cases.papers.words import NOT_READY, each, in_each
from makul.documents.paper import PaperLanguage, Para, ParaStyle, both
from makul.expertise.models import Expertise
from makul.law.forms import phrase
from makul.law.method import method
from makul.law.procedures.words import name

type Said = dict[str, str]

SAID: dict[str, Said] = {
    "title": {
        "ky": "Муниципалдык экспертизанын корутундусу",
        "ru": "Заключение муниципальной экспертизы",
        "en": "Opinion of the municipal expertise",
    },
    "second": {
        "ky": "Муниципалдык экспертизанын экинчи талкуусу",
        "ru": "Вторичное обсуждение муниципальной экспертизы",
        "en": "Second deliberation of the municipal expertise",
    },
    "annex": {
        "ky": "Мыйзам долбооруна тиркеме",
        "ru": "Приложение к законопроекту",
        "en": "Annex to the bill",
    },
    "bill": {"ky": "Мыйзам долбоору", "ru": "Законопроект", "en": "Bill"},
    "conciliation": {
        "ky": "Макулдашуу иши",
        "ru": "Дело согласования",
        "en": "Conciliation",
    },
    "text": {
        "ky": "Каралган тексттин SHA-256 изи",
        "ru": "Отпечаток SHA-256 рассмотренного текста",
        "en": "SHA-256 of the text considered",
    },
    "ordered_by": {
        "ky": "Экспертизаны дайындаган",
        "ru": "Экспертизу назначил",
        "en": "Ordered by",
    },
    "task": {
        "ky": "Эксперттерге берилген суроо",
        "ru": "Вопрос экспертам",
        "en": "Question put",
    },
    "method": {
        "ky": "Методиканын редакциясы",
        "ru": "Редакция методики",
        "en": "Edition of the method",
    },
    "interests": {"ky": "Кызыкчылыктар", "ru": "Интересы", "en": "Interests"},
    "question": {"ky": "Суроо", "ru": "Вопрос", "en": "Question"},
    "answer": {"ky": "Жооп", "ru": "Ответ", "en": "Answer"},
    "reasons": {"ky": "Негиздемеси", "ru": "Обоснование", "en": "Reasons"},
    "unanswered": {"ky": "жооп берилген жок", "ru": "ответа нет", "en": "not answered"},
    "costs": {"ky": "Чыгымдар, сом", "ru": "Расходы, сом", "en": "Costs, som"},
    "body": {"ky": "Органдын түрү", "ru": "Вид органа", "en": "Kind of body"},
    "bodies": {"ky": "Органдар", "ru": "Органов", "en": "Bodies"},
    "low": {"ky": "Эң аз", "ru": "Наименьший", "en": "Low"},
    "likely": {"ky": "Ыктымалдуу", "ru": "Вероятный", "en": "Likely"},
    "high": {"ky": "Эң көп", "ru": "Наибольший", "en": "High"},
    "expected": {"ky": "Күтүлгөн", "ru": "Ожидаемый", "en": "Expected"},
    "one_off": {
        "ky": "Бир жолку чыгымдар",
        "ru": "Единовременные расходы",
        "en": "One-off costs",
    },
    "yearly": {"ky": "Жыл сайынкы чыгымдар", "ru": "Ежегодные расходы", "en": "Yearly costs"},
    "total": {"ky": "Бардыгы", "ru": "Всего", "en": "Total"},
    "of_all": {
        "ky": "Баалар ушул түрдөгү бардык органдар үчүн чогуу берилген.",
        "ru": "Оценки даны по всем органам этого вида вместе.",
        "en": "Estimates are for all bodies of the kind together.",
    },
    "not_reckoned": {
        "ky": "Чыгымдар бааланган эмес; бул чыгым жок дегенди билдирбейт.",
        "ru": "Расходы не оценены; это не значит, что их нет.",
        "en": "Costs were not estimated; this does not mean that there are none.",
    },
    "sources": {"ky": "Баалардын булактары", "ru": "Источники оценок", "en": "Sources"},
    "verdict": {"ky": "Тыянак", "ru": "Вывод", "en": "Verdict"},
    "first_verdict": {
        "ky": "Биринчи корутундунун тыянагы",
        "ru": "Вывод первого заключения",
        "en": "Verdict of the first opinion",
    },
    "second_verdict": {
        "ky": "Экинчи талкуунун тыянагы",
        "ru": "Вывод вторичного обсуждения",
        "en": "Verdict of the second deliberation",
    },
    "initiators_answer": {
        "ky": "Демилгечинин жообу",
        "ru": "Ответ инициатора",
        "en": "Answer of the initiator",
    },
    "no_answer": {
        "ky": "Демилгечи мөөнөтүндө жооп берген жок; текст негиздемесиз калтырылды деп эсептелет.",
        "ru": "Инициатор в срок не ответил; считается, что текст сохранён без обоснования.",
        "en": "The initiator gave no answer in time; the text is deemed kept without reasons.",
    },
    "proposals": {
        "ky": "Сунушталган редакциялар",
        "ru": "Предлагаемые редакции",
        "en": "Proposed wordings",
    },
    "declared": {
        "ky": "Билдирилген кызыкчылыктар",
        "ru": "Заявленные интересы",
        "en": "Declared interests",
    },
    "undeclared": {
        "ky": "билдирүү жасаган жок",
        "ru": "заявления не сделал",
        "en": "made no declaration",
    },
    "dissents": {"ky": "Өзгөчө пикирлер", "ru": "Особые мнения", "en": "Dissents"},
    "lead": {"ky": "жетектөөчү эксперт", "ru": "ведущий эксперт", "en": "leading expert"},
    "member": {"ky": "эксперт", "ru": "эксперт", "en": "expert"},
    "recused": {"ky": "четтетилген", "ru": "отведён", "en": "recused"},
    "signed": {"ky": "кол коюлду", "ru": "подписано", "en": "signed"},
    "joined": {
        "ky": "өзгөчө пикир берген жок",
        "ru": "особого мнения не подал",
        "en": "no dissent",
    },
    "dissented": {
        "ky": "өзгөчө пикир берген",
        "ru": "подал особое мнение",
        "en": "dissents",
    },
    "nothing_binds": {
        "ky": "Экспертизанын тыянагы Жогорку Кеңеш үчүн милдеттүү эмес; экспертизанын тартиби азырынча сунуш.",
        "ru": "Вывод экспертизы не связывает Жогорку Кенеш; порядок экспертизы пока является предложением.",
        "en": "The verdict does not bind the Jogorku Kenesh; the order of the expertise is a proposal so far.",
    },
}


def said(key: str, language: PaperLanguage, *, between: str = " / ") -> str:
    """A label in each language of the paper.

    >>> said("verdict", "ky+ru")
    'Тыянак / Вывод'
    """
    return in_each(SAID[key], language, between=between)


def value_words(value: str, language: PaperLanguage) -> str:
    """A verdict or an answer in each language of the paper."""
    return in_each(
        {one: name("value", value, language=one) for one in each(language)},
        language,
        between=" / ",
    )


def listed(name_: str, value: str, language: PaperLanguage) -> str:
    return both(name_, value, language=language) if value else ""


def texts(
    row: object, field: str, language: PaperLanguage, *, style: ParaStyle = "body"
) -> list[Para]:
    """A text in each language of the paper; one that is not there says so."""
    found = {one: str(getattr(row, f"{field}_{one}", "")) for one in each(language)}
    if not any(found.values()):
        return []
    return [
        Para(text or NOT_READY[one], style if text else "note", one) for one, text in found.items()
    ]


def task_paras(expertise: Expertise, language: PaperLanguage) -> list[Para]:
    return texts(expertise, "task", language)


def kind_title(part: str, language: PaperLanguage) -> str:
    """The heading of a part: a kind of interest, or a part of the method."""
    parts = method().parts
    words = {
        one: parts[part][one] if part in parts else phrase("interest", part, language=one)
        for one in each(language)
    }
    capital = {one: text[:1].upper() + text[1:] for one, text in words.items()}
    return in_each(capital, language, between=" / ")
