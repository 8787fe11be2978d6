"""The demonstration's protocol of disagreements as a paper: the shape that a real one has."""

from __future__ import annotations

from datetime import UTC, datetime

from makul.documents.paper import (
    BISHKEK,
    Block,
    Column,
    Fields,
    Heading,
    Paper,
    PaperLanguage,
    Para,
    Run,
    Signature,
    Signatures,
    Stamp,
    Table,
)
from makul.law.forms import Form, form

STAMP = Stamp(
    "2026-001",
    "2026-proposed",
    datetime(2026, 11, 2, 18, 0, tzinfo=BISHKEK).astimezone(UTC),
    "ab" * 32,
)
MARK = "ДЕМОНСТРАЦИЯ / КӨРСӨТМӨ"
F9 = form("F9")

type Both = dict[str, str]


def two(ky: str, ru: str) -> Both:
    return {"ky": ky, "ru": ru}


TITLE = two(
    "«Калктуу конуштардын көчөлөрүн жарыктандыруу реестри жөнүндө» Кыргыз Республикасынын "
    "Мыйзамынын долбоору боюнча (көрсөтмө)",
    "к проекту Закона Кыргызской Республики «О реестре уличного освещения населённых пунктов» "
    "(демонстрация)",
)
PLACE = two("2026-жылдын 2-ноябры, Бишкек шаары", "2 ноября 2026 года, город Бишкек")
PARTIES = [
    (
        two("Демилгечи", "Инициатор"),
        two("А министрлиги (көрсөтмө)", "Министерство А (демонстрация)"),
    ),
    (
        two("Ассоциация", "Ассоциация"),
        two("ЖӨБ органдарынын ассоциациясы (көрсөтмө)", "Ассоциация органов МСУ (демонстрация)"),
    ),
    (
        two("Чечим кабыл алуучу орган", "Решающий орган"),
        two("Жооптуу комитет (көрсөтмө)", "Ответственный комитет (демонстрация)"),
    ),
    (two("Тартип", "Порядок"), two("жалпы", "общий")),
]
NUMBERS = ("16", "15", "14", "1", "1")
NO_SUM = two("Бааланган эмес", "Не оценены")

# Number, provision, the side of the bodies and its sums, the initiator and its sums, a solution.
OPEN = [
    (
        "1",
        two("4-берене, 3-бөлүк", "Статья 4, часть 3"),
        two(
            "«3. Баштапкы инвентаризациялоого жана реестрди жүргүзүүгө кеткен чыгымдар "
            "республикалык бюджеттен берилүүчү максаттуу трансферттердин эсебинен жабылат.»",
            "«3. Расходы на первичную инвентаризацию и ведение реестра покрываются за счёт "
            "целевых трансфертов из республиканского бюджета.»",
        ),
        two(
            "33\xa0740\xa0000, жылына 87\xa0498\xa0000\xa0сом",
            "33\xa0740\xa0000 и 87\xa0498\xa0000\xa0сом\xa0в\xa0год",
        ),
        two(
            "Долбоордун редакциясы: жергиликтүү бюджеттин эсебинен.",
            "Редакция проекта: за счёт местного бюджета.",
        ),
        two(
            "13\xa0940\xa0000, жылына 6\xa0970\xa0000\xa0сом",
            "13\xa0940\xa0000 и 6\xa0970\xa0000\xa0сом\xa0в\xa0год",
        ),
        two(
            "Инвентаризациялоого жана реестрди жүргүзүүнүн алгачкы эки жылына трансферт.",
            "Трансферт на инвентаризацию и на первые два года ведения реестра.",
        ),
    ),
    (
        "3",
        two("5-берене", "Статья 5"),
        two(
            "«1. Ээсиз объект жергиликтүү кеңештин чечими менен, карап чыгуудан өтүп, оң абалга "
            "келтирилгенден кийин муниципалдык менчикке кабыл алынышы мүмкүн.»",
            "«1. Бесхозяйный объект может быть принят в муниципальную собственность по решению "
            "местного кенеша после осмотра и приведения в исправное состояние.»",
        ),
        two("жылына 52\xa0972\xa0000\xa0сом", "52\xa0972\xa0000\xa0сом\xa0в\xa0год"),
        two(
            "Долбоордун редакциясы: алты айдын ичинде кабыл алынат.",
            "Редакция проекта: принимается в течение шести месяцев.",
        ),
        NO_SUM,
        two(
            "Мурдагы пайдалануучу уюмга оңдоо үчүн эки жыл, андан кийин өткөрүп берүү.",
            "Два года на ремонт прежней эксплуатирующей организацией, затем передача.",
        ),
    ),
    (
        "8",
        two("10-берене", "Статья 10"),
        two(
            "«1. Ыйгарым укуктуу орган реестрдин жүргүзүлүшүн ЖӨБ органдарын текшерүү үчүн "
            "белгиленген тартипте үч жылда бир жолудан көп эмес текшерет. 2. Текшерүүнүн "
            "жыйынтыгы боюнча сунуштама берилет.»",
            "«1. Уполномоченный орган проверяет ведение реестра не чаще одного раза в три года в "
            "порядке, установленном для проверок органов МСУ. 2. По итогам проверки даётся "
            "рекомендация.»",
        ),
        NO_SUM,
        two(
            "Долбоордун редакциясы: жылына бир жолудан кем эмес, жазма буйрук.",
            "Редакция проекта: не реже одного раза в год, предписание.",
        ),
        NO_SUM,
        two(
            "Алгачкы эки жыл – жазма буйруксуз, кеңеш берүү үчүн баруу.",
            "Первые два года – консультационные посещения без предписаний.",
        ),
    ),
]
CLOSED = [
    (
        "2",
        two(
            "3-берене: «3. Реестрдин маалыматы жарым жылда бир жолу, ал эми оңдолгон объект "
            "жөнүндө маалымат оңдолгондон кийин бир айдын ичинде жаңыртылат.»",
            "Статья 3: «3. Сведения реестра обновляются один раз в полугодие, а об "
            "отремонтированном объекте – в течение месяца после ремонта.»",
        ),
    ),
    (
        "5",
        two(
            "7-берене: «2. Бузуктук билдирилген күндөн тартып беш жумуш күнүнүн ичинде, ал эми "
            "бийик тоолуу жана алыскы калктуу конуштарда он жумуш күнүнүн ичинде жоюлат.»",
            "Статья 7: «2. Неисправность устраняется в течение пяти рабочих дней, а в "
            "высокогорных и отдалённых населённых пунктах – десяти рабочих дней со дня сообщения.»",
        ),
    ),
    (
        "7",
        two(
            "9-берене: «Жергиликтүү өз алдынча башкаруунун аткаруу органы 1-февралга чейин ыйгарым "
            "укуктуу органга реестрдин маалыматынан түзүлгөн жылдык отчетту берет.»",
            "Статья 9: «Исполнительный орган местного самоуправления до 1 февраля представляет "
            "уполномоченному органу годовой отчёт, составленный из сведений реестра.»",
        ),
    ),
]
MINORITY = two(
    "M1, № 4 шаар: мөөнөтү – кварталдан сейрек эмес (Z-14 тексти тиркелет).",
    "M1, город № 4: срок – не реже квартала (текст Z-14 приложен).",
)
TERMS = [
    (
        two("топтом кабыл алынды, карта түзүлдү", "пакет принят, карта составлена"),
        "03.09.2026",
        "03.09.2026",
    ),
    (two("кабарланды", "уведомление"), "04.09.2026", "04.09.2026"),
    (two("позициялар", "позиции"), "25.09.2026", "25.09.2026"),
    (two("ассоциациянын корутундусу", "заключение ассоциации"), "02.10.2026", "02.10.2026"),
    (two("демилгечинин жооптору", "ответы инициатора"), "16.10.2026", "15.10.2026"),
    (two("кеңешме", "совещание"), "29.10.2026", "28.10.2026"),
]
SIGNERS = [
    (
        two("Ассоциация", "Ассоциация"),
        two("аткаруучу директор", "исполнительный директор"),
        two("Кол коюлду 06.11.2026, өзгөчө пикири менен", "Подписано 06.11.2026, с особым мнением"),
    ),
    (
        two("А министрлиги (көрсөтмө)", "Министерство А (демонстрация)"),
        two("министрдин орун басары", "заместитель министра"),
        two("Кол коюлду 05.11.2026", "Подписано 05.11.2026"),
    ),
]


def demonstration_protocol(language: PaperLanguage) -> Paper:
    """The protocol in Kyrgyz, in Russian, or in both, side by side."""
    both_languages = language == "ky+ru"
    unsettled = _open_in_two(F9) if both_languages else _open(language)
    return Paper(
        title="\n".join(F9.title(each).upper() for each in language.split("+")),
        language=language,
        blocks=(*_facts(language), unsettled, *_rest(language)),
        mark=MARK,
        stamp=STAMP,
        page="landscape" if both_languages else "portrait",
        opening=("№ 2026-001/П", _in(PLACE, language)),
        subtitle=_in(TITLE, language, between="\n"),
    )


def _facts(language: PaperLanguage) -> tuple[Block, ...]:
    numbers = tuple(
        Column(F9.heading(column.key, language), align="right")
        for column in F9.field("protocol.numbers").columns
    )
    return (
        Heading(1, F9.heading("protocol.draft", language)),
        Fields(tuple((_in(label, language), _in(value, language)) for label, value in PARTIES)),
        Heading(1, F9.heading("protocol.numbers", language)),
        Table(numbers, (NUMBERS,)),
        Heading(1, F9.heading("protocol.open", language)),
    )


def _open(language: PaperLanguage) -> Table:
    columns = (
        Column("№", 0.05, "right"),
        Column(F9.heading("protocol.open.provision", language), 0.14),
        Column(F9.heading("protocol.open.lsg", language), 0.31),
        Column(F9.heading("protocol.open.initiator", language), 0.25),
        Column(F9.heading("protocol.open.solution", language), 0.25),
    )
    rows = tuple(
        (
            number,
            provision[language],
            (Run(lsg[language]), Run("\n" + lsg_sum[language], "strong")),
            (Run(initiator[language]), Run("\n" + initiator_sum[language], "strong")),
            solution[language],
        )
        for number, provision, lsg, lsg_sum, initiator, initiator_sum, solution in OPEN
    )
    return Table(columns, rows)


def _open_in_two(shape: Form) -> Table:
    columns = (
        Column("№", 0.04, "right"),
        Column("", 0.2),
        Column("Кыргызча", 0.38, language="ky"),
        Column("Русский", 0.38, language="ru"),
    )
    keys = ("provision", "lsg", "lsg_sum", "initiator", "initiator_sum", "solution")
    rows = tuple(
        (number, _name(shape, key), said["ky"], said["ru"])
        for number, *parts in OPEN
        for key, said in zip(keys, parts, strict=True)
    )
    return Table(columns, rows)


def _name(shape: Form, key: str) -> str:
    if key.endswith("_sum"):
        return "Суммалар / Суммы"
    return shape.heading(f"protocol.open.{key}", "ky+ru")


def _rest(language: PaperLanguage) -> tuple[Block, ...]:
    closed = (
        Column("№", 0.06, "right"),
        Column(F9.heading("protocol.closed.wording", language), 0.94),
    )
    terms = tuple(
        Column(F9.heading(f"protocol.terms.{name}", language), share)
        for name, share in (("step", 0.4), ("last_day", 0.2), ("done", 0.2), ("breach", 0.2))
    )
    signers = (tuple(_in(words, language) for words in signer) for signer in SIGNERS)
    return (
        Heading(1, F9.heading("protocol.closed", language)),
        Table(closed, tuple((n, _in(said, language, between="\n")) for n, said in CLOSED)),
        Heading(1, F9.heading("protocol.minority", language)),
        Para(_in(MINORITY, language, between="\n")),
        Heading(1, F9.heading("protocol.terms", language)),
        Table(terms, tuple((_in(step, language), last, done, "–") for step, last, done in TERMS)),
        Heading(1, F9.heading("protocol.sign", language)),
        Para(_in(_line("above_signatures"), language, between="\n"), "note"),
        Signatures(tuple(Signature(*signer) for signer in signers)),
    )


def _line(key: str) -> Both:
    return two(F9.line(key, "ky"), F9.line(key, "ru"))


def _in(words: Both, language: PaperLanguage, *, between: str = " / ") -> str:
    return between.join(dict.fromkeys(words[each] for each in language.split("+")))


def many_rows(count: int) -> Paper:
    """A protocol of `count` unsettled rows, for measuring."""
    short = demonstration_protocol("ru")
    table = next(
        block
        for block in short.blocks
        if isinstance(block, Table) and len(block.columns) == 5 and block.rows[0][0] == "1"
    )
    rows = tuple((str(n), *table.rows[n % 3][1:]) for n in range(1, count + 1))
    return Paper("ПРОТОКОЛ", "ru", (Table(table.columns, rows),), mark=MARK, stamp=STAMP)
