"""Invented remarks on invented topics, with typing slips, and two measures of a grouping."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping

from makul.core.remarks import Group, Remark

RU = (
    (
        "Новую обязанность нельзя покрывать из местного бюджета",
        "свободных средств у нас нет",
        "просим выделить целевой трансферт из республиканского бюджета",
        "расходы должны финансироваться государством",
    ),
    (
        "Обновлять реестр каждый квартал невозможно",
        "нет людей для ежеквартального обновления сведений",
        "достаточно обновлять реестр один раз в год",
        "предлагаем срок обновления раз в год и после ремонта",
    ),
    (
        "Бесхозяйные объекты нельзя передавать без ремонта",
        "линии ветхие и требуют капитального ремонта",
        "принимать объекты только по решению местного кенеша",
        "сначала привести объекты в исправное состояние",
    ),
    (
        "Срок устранения неисправности в три дня нереален",
        "в горах зимой дорога закрыта",
        "просим установить десять рабочих дней",
        "специалист приезжает из районного центра",
    ),
    (
        "Отдельный работник для реестра невозможен",
        "в штате четырнадцать сотрудников",
        "разрешить совмещение обязанностей",
        "обучение провести бесплатно и дистанционно",
    ),
)
KY = (
    (
        "Жаңы милдетти жергиликтүү бюджеттен жабууга болбойт",
        "бизде бош каражат жок",
        "республикалык бюджеттен максаттуу трансферт бөлүнсүн",
        "чыгымдарды мамлекет каржылашы керек",
    ),
    (
        "Реестрди квартал сайын жаңыртууга мүмкүн эмес",
        "маалыматты жаңыртууга адам жок",
        "реестрди жылына бир жолу жаңыртуу жетиштүү",
        "жаңыртуу мөөнөтү жылына бир жолу жана оңдоодон кийин болсун",
    ),
    (
        "Ээсиз объектилерди оңдобой туруп өткөрүүгө болбойт",
        "линиялар эски жана капиталдык оңдоону талап кылат",
        "объектилер жергиликтүү кеңештин чечими менен гана кабыл алынсын",
        "адегенде объектилер оң абалга келтирилсин",
    ),
    (
        "Бузуктукту үч күндө жоюу мүмкүн эмес",
        "кышында тоодо жол жабылат",
        "он жумуш күнү белгиленсин",
        "адис райондун борборунан келет",
    ),
    (
        "Реестр үчүн өзүнчө кызматкер алуу мүмкүн эмес",
        "штатта он төрт кызматкер бар",
        "кызматтарды айкалыштырууга уруксат берилсин",
        "окутуу акысыз жана аралыктан болсун",
    ),
)
GREETINGS = {
    "ru": (
        "Уважаемые коллеги, рассмотрев проект, сообщаем следующее.",
        "Айыл окмоту внимательно изучил представленный проект закона.",
    ),
    "ky": (
        "Урматтуу кесиптештер, долбоорду карап чыгып, төмөнкүнү билдиребиз.",
        "Айыл өкмөтү мыйзам долбоорун кылдат карап чыкты.",
    ),
}


Topic = tuple[str, int, int]


def many(*, bodies: int, articles: int, seed: int = 1) -> tuple[list[Remark], dict[str, Topic]]:
    """A remark of each body on each article, half in Kyrgyz, and the topic of each by its key."""
    chance = random.Random(seed)  # noqa: S311 - invented texts, nothing secret
    remarks: list[Remark] = []
    topics: dict[str, Topic] = {}
    for body in range(bodies):
        language = "ky" if body % 2 else "ru"
        for article in range(articles):
            topic = (article + chance.randrange(3)) % 5
            key = f"body-{body}-{article}"
            text = _say(topic, language=language, chance=chance) + f" {body}"
            remarks.append(
                Remark(key, f"body-{body}", f"art_{article}", "objection", text, language=language)
            )
            topics[key] = (language, article, topic)
    return remarks, topics


def _say(topic: int, *, language: str, chance: random.Random) -> str:
    said = chance.sample((KY if language == "ky" else RU)[topic], chance.choice([2, 3, 3]))
    greeting = chance.choice([chance.choice(GREETINGS[language]) + " ", ""])
    text = greeting + ". ".join(said)
    slip = chance.randrange(len(text))
    return text[:slip] + text[slip + 1 :]


def purity(topics: Mapping[str, Topic], *, groups: Iterable[Group]) -> float:
    """The share of remarks that stand with the main topic of their group."""
    main = (max(Counter(topics[key] for key in g.members).values()) for g in groups)
    return sum(main) / len(topics)


def adjusted_rand(topics: Mapping[str, Topic], *, groups: Iterable[Group]) -> float:
    """Agreement of pairs, corrected for chance (Hubert and Arabie, 1985): 1 is the same grouping."""
    label = {key: n for n, group in enumerate(groups) for key in group.members}
    both = _pairs(Counter((topics[key], label[key]) for key in label))
    left, right = _pairs(Counter(topics.values())), _pairs(Counter(label.values()))
    chance = left * right / (len(label) * (len(label) - 1) / 2)
    return (both - chance) / ((left + right) / 2 - chance)


def _pairs(counts: Counter[object]) -> float:
    return sum(n * (n - 1) / 2 for n in counts.values())
