"""What the paper of a special protocol says besides its items, in Kyrgyz, Russian and English."""

from __future__ import annotations

from decimal import Decimal

from makul.cases.papers.words import NO_BREAK, SOM

type Said = dict[str, str]

TITLE: Said = {
    "ky": "Бюджеттер аралык мамилелер боюнча өзгөчө протокол",
    "ru": "Особый протокол о межбюджетных отношениях",
    "en": "Special protocol on inter-budget relations",
}
KINDS: dict[str, Said] = {
    "equalising": {
        "ky": "Теңдөөчү трансферт",
        "ru": "Выравнивающий трансферт",
        "en": "Equalising transfer",
    },
    "stimulating": {
        "ky": "Дем берүүчү (үлүштүк) грант",
        "ru": "Стимулирующий (долевой) грант",
        "en": "Stimulating grant",
    },
    "target": {"ky": "Максаттуу трансферт", "ru": "Целевой трансферт", "en": "Target transfer"},
    "delegated": {
        "ky": "Берилген мамлекеттик ыйгарым укуктар",
        "ru": "Делегированные государственные полномочия",
        "en": "Delegated state powers",
    },
    "taxes": {
        "ky": "Салыктар жана алардан чегерүүлөр",
        "ru": "Налоги и отчисления от них",
        "en": "Taxes and shares of them",
    },
    "other": {"ky": "Башка маселелер", "ru": "Другие вопросы", "en": "Other questions"},
}
SIDES: dict[str, Said] = {
    "lsg": {"ky": "ЖӨБ тарабы", "ru": "Сторона МСУ", "en": "LSG side"},
    "government": {
        "ky": "Өкмөт тарабы",
        "ru": "Сторона Правительства",
        "en": "Side of the Government",
    },
    "gap": {"ky": "Айырма", "ru": "Разница", "en": "Gap"},
    "agreed": {"ky": "Сунушталган", "ru": "Рекомендовано", "en": "Recommended"},
    "given": {"ky": "Берилди", "ru": "Дано", "en": "Given"},
}
OUTCOMES: dict[str, Said] = {
    "agreed": {"ky": "Макулдашылды", "ru": "Согласовано", "en": "Agreed"},
    "not_agreed": {"ky": "Макулдашылган жок", "ru": "Не согласовано", "en": "Not agreed"},
    "withdrawn": {"ky": "Кайтарылып алынды", "ru": "Снято", "en": "Withdrawn"},
    "carried": {
        "ky": "Кийинки жылга калтырылды",
        "ru": "Перенесено на следующий год",
        "en": "Put off to the next year",
    },
    "": {
        "ky": "Отурумда каралган жок",
        "ru": "На заседании не рассмотрено",
        "en": "Not considered at a sitting",
    },
}
HEADS: dict[str, Said] = {
    "section_1": {
        "ky": "1-бөлүм. Макулдашылды",
        "ru": "Раздел 1. Согласовано",
        "en": "Section 1. Agreed",
    },
    "section_2": {
        "ky": "2-бөлүм. Макулдашылган жок",
        "ru": "Раздел 2. Не согласовано",
        "en": "Section 2. Not agreed",
    },
    "rest": {
        "ky": "Кайтарылып алынган жана калтырылган пункттар",
        "ru": "Снятые и перенесённые пункты",
        "en": "Items withdrawn and put off",
    },
    "sums": {"ky": "Бардыгы, сом", "ru": "Всего, сом", "en": "In all, som"},
    "year": {"ky": "Жыл", "ru": "Год", "en": "Year"},
    "section": {"ky": "Бөлүм", "ru": "Раздел", "en": "Section"},
    "items": {"ky": "Пункт", "ru": "Пунктов", "en": "Items"},
    "whole": {"ky": "Бардыгы", "ru": "Всего", "en": "In all"},
    "signatures": {"ky": "Колдор", "ru": "Подписи", "en": "Signatures"},
    "closing": {
        "ky": "Бир тараптуу жабуу",
        "ru": "Закрыто одной стороной",
        "en": "Closed by one side",
    },
}
LABELS: dict[str, Said] = {
    "year": {"ky": "Бюджеттик жыл", "ru": "Бюджетный год", "en": "Budget year"},
    "bill": {"ky": "Мыйзам долбоору", "ru": "Законопроект", "en": "Bill"},
    "committee": {"ky": "Комитет", "ru": "Комитет", "en": "Committee"},
    "sat": {
        "ky": "Макулдашуу отуруму",
        "ru": "Согласительное заседание",
        "en": "Conciliation sitting",
    },
    "mandate": {
        "ky": "Ассоциациянын мандаты",
        "ru": "Мандат ассоциации",
        "en": "Mandate of the association",
    },
    "kept": {"ky": "Отурум жөнүндө", "ru": "О заседании", "en": "On the sitting"},
    "frame": {
        "ky": "Комитет атаган чек",
        "ru": "Предел, названный комитетом",
        "en": "Frame named by the committee",
    },
    "kind": {"ky": "Мамиленин түрү", "ru": "Вид отношений", "en": "Kind of relation"},
    "basis": {"ky": "Укуктук негиз", "ru": "Правовая основа", "en": "Legal basis"},
    "mandated": {
        "ky": "Чечүү тапшырылган",
        "ru": "Решение поручено",
        "en": "Mandated to settle it",
    },
    "carried": {
        "ky": "Өткөн протоколдон",
        "ru": "Из прошлого протокола",
        "en": "From last year's protocol",
    },
    "lsg": {
        "ky": "ЖӨБ тарабынын позициясы",
        "ru": "Позиция стороны МСУ",
        "en": "Position of the LSG side",
    },
    "government": {
        "ky": "Өкмөт тарабынын позициясы",
        "ru": "Позиция стороны Правительства",
        "en": "Position of the Government",
    },
    "solution": {
        "ky": "Сунушталган чечим",
        "ru": "Рекомендованное решение",
        "en": "Recommended solution",
    },
    "reasons": {"ky": "Негиздери", "ru": "Доводы", "en": "Reasons"},
    "difference": {
        "ky": "Позициялардын айырмасы",
        "ru": "В чём расходятся позиции",
        "en": "Wherein the positions differ",
    },
    "given": {"ky": "Мыйзамда берилди", "ru": "Дано в законе", "en": "Given by the law"},
}
NONE: Said = {"ky": "Жок.", "ru": "Нет.", "en": "None."}
NO_POSITION: Said = {
    "ky": "Позиция берилген жок",
    "ru": "Позиция не представлена",
    "en": "No position submitted",
}
NOT_NAMED: Said = {"ky": "аталган жок", "ru": "не названа", "en": "not named"}
PROPOSED: Said = {
    "ky": "сунуш: колдонуудагы мыйзамда мындай ченем жок",
    "ru": "предложение: в действующем законе такой нормы нет",
    "en": "a proposal: no act in force says this",
}
NO_SITTING: Said = {
    "ky": "Протокол отурумсуз түзүлдү",
    "ru": "Протокол составлен без заседания",
    "en": "Drawn without a sitting",
}
MANDATES: dict[str, Said] = {
    "granted": {"ky": "берилди", "ru": "дан", "en": "given"},
    "not_granted": {"ky": "берилген жок", "ru": "не дан", "en": "not given"},
    "": {
        "ky": "жок: башкарма добуш берген эмес",
        "ru": "нет: правление не голосовало",
        "en": "none: the board did not vote",
    },
}
CARRIED: Said = {
    "ky": "{year}-жылдын протоколунун {number}-пункту",
    "ru": "пункт {number} протокола {year} года",
    "en": "item {number} of the protocol of {year}",
}
BEFORE: Said = {
    "ky": "анда суралган {asked}, берилгени {given}",
    "ru": "тогда просили {asked}, дано {given}",
    "en": "asked then {asked}, given {given}",
}
STATES: dict[str, Said] = {
    "signed": {"ky": "Кол койду, {day}", "ru": "Подписано, {day}", "en": "Signed, {day}"},
    "refused": {
        "ky": "Кол коюудан баш тартты, {day}: {reason}",
        "ru": "Отказ от подписи, {day}: {reason}",
        "en": "Refused to sign, {day}: {reason}",
    },
    "awaited": {"ky": "Кол коюлган жок", "ru": "Не подписано", "en": "Not signed"},
}
DEMONSTRATION: Said = {
    "ky": "Бул протоколдогу бардык суммалар ойдон чыгарылган.",
    "ru": "Все суммы этого протокола вымышлены.",
    "en": "All amounts of this protocol are invented.",
}


def money(som: Decimal | None, language: str) -> str:
    """A sum in full, in som; one that nobody named says so.

    >>> money(Decimal(1240000), "ru").replace(NO_BREAK, " ")
    '1 240 000 сом'
    """
    return NOT_NAMED[language] if som is None else f"{bare(som)}{NO_BREAK}{SOM}"


def bare(som: Decimal | None) -> str:
    """The digits alone; a dash where nothing was named.

    >>> bare(Decimal(-1240000)).replace(NO_BREAK, " "), bare(None)
    ('−1 240 000', '–')
    """
    if som is None:
        return "–"
    return f"{som:,.0f}".replace(",", NO_BREAK).replace("-", "−")
