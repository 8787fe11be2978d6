"""The Model Order as data: complete in three languages, cited, and printed as it is read."""

import re
from pathlib import Path

import pytest
import yaml

from makul.core.errors import BadInput, LawGap
from makul.law.order import (
    Item,
    OrderTerm,
    order,
    order_terms,
    print_item,
)
from makul.law.sources import LANGUAGES, source

ORDER = order()
PLACE = re.compile(r"\{(\w+):(\w+)\}")
# A Latin letter inside a Cyrillic word, or a Cyrillic letter that is not of these two languages.
MIXED = re.compile(r"[A-Za-z][А-яЁёҢңӨөҮү]|[А-яЁёҢңӨөҮү][A-Za-z]")
FOREIGN = re.compile(r"[Ѐ-ӿ](?<![А-яЁёҢңӨөҮү])")
# The steps of the table of section 2, each of which some sentence must state.
STEPS = (
    "submitted",
    "returned",
    "accepted",
    "screened",
    "contested",
    "cleared",
    "notified",
    "position",
    "association_position",
    "replied",
    "settled",
    "revised",
    "revision_position",
    "meeting",
    "protocol",
    "signed",
    "signature_refused",
    "complained",
    "complaint_decided",
    "appealed",
    "appeal_decided",
    "forwarded",
    "amended",
    "amendment_position",
    "considered",
    "adopted",
    "withdrawn",
    "lapsed",
    "published",
    "compared",
    "rejected",
    "waived",
)
ROLES = ("initiator", "association", "lsg", "facilitator", "decider", "appeal_body")


def printed(key: str, language: str, *, track: str = "ordinary") -> str:
    return print_item(ORDER.item(key), language=language, terms=ORDER.terms, track=track)


def test_its_size():
    sizes = [len(chapter.articles) for chapter in ORDER.chapters]
    assert sizes == [6, 7, 9, 2, 2, 2, 3, 3, 4, 2, 2]
    assert [article.number for article in ORDER.articles] == list(range(1, 43))
    assert len(ORDER.items) == len({item.key for item in ORDER.items}) == 233


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_and_title_prints_in_every_language(language: str):
    texts = [print_item(item, language=language, terms=ORDER.terms) for item in ORDER.items]
    texts += [article.title(language) for article in ORDER.articles]
    texts += [chapter.title(language) for chapter in ORDER.chapters]
    assert [text for text in texts if not text.strip()] == []
    assert [text for text in texts if re.search(r"[{}\[\]]|  ", text)] == []
    script = FOREIGN if language != "en" else re.compile(r"[Ѐ-ӿ]")
    assert [text for text in texts if MIXED.search(text) or script.search(text)] == []


def test_a_sentence_uses_the_same_terms_in_every_language():
    def terms_of(item: Item, language: str) -> list[str]:
        return sorted(key for _, key in PLACE.findall(item.texts[language]))

    for item in ORDER.items:
        assert terms_of(item, "ru") == terms_of(item, "ky") == terms_of(item, "en"), item.key
        for form, key in PLACE.findall(item.texts["ru"]):
            unit = "n" if ORDER.terms[key].unit not in ("wd", "mo") else ORDER.terms[key].unit
            assert form in (unit, f"{unit}acc"), item.key


def test_every_term_is_used():
    used = {key for item in ORDER.items for _, key in PLACE.findall(item.texts["en"])}
    assert used == set(ORDER.terms)


def test_every_basis_is_a_known_source_and_most_is_proposed():
    bases = [item.source.key for item in ORDER.items]
    assert bases == [item.basis for item in ORDER.items]
    assert {key for key in bases if key.startswith("civil")} == {
        "civil.208",
        "civil.209.3",
        "civil.209.5",
        "civil.210.1",
        "civil.210.2",
    }
    assert source("proposed").is_proposed
    assert not source("labour.66").is_proposed


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_the_table_is_stated(step: str):
    assert ORDER.items_of_step(step)


def test_no_sentence_states_a_step_that_the_table_does_not_know():
    assert {step for item in ORDER.items for step in item.steps} == set(STEPS)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_rights_and_duties(role: str):
    assert ORDER.rights_of(role)
    assert ORDER.duties_of(role)


def test_rights_and_duties_belong_to_the_roles_alone():
    roles = {
        item.key.split(".")[1] for item in ORDER.items if item.key.startswith(("right.", "duty."))
    }
    assert roles == set(ROLES)


def test_points_stand_under_their_part_and_number_from_one():
    content = ORDER.items_of_step("submitted")
    assert [
        (item.key.removeprefix("step.submitted."), item.is_point, item.number) for item in content
    ] == [
        ("what", False, 1),
        ("content", False, 2),
        *((f"content.{n}", True, n) for n in range(1, 7)),
        ("finance", False, 3),
    ]


@pytest.mark.parametrize(
    ("key", "language", "track", "text"),
    [
        (
            "step.accepted.term",
            "ru",
            "ordinary",
            "Организатор в течение 2 рабочих дней проверяет полноту пакета и принимает его либо возвращает.",
        ),
        (
            "step.accepted.term",
            "ru",
            "short",
            "Организатор в течение 1 рабочего дня проверяет полноту пакета и принимает его либо возвращает.",
        ),
        (
            "step.accepted.term",
            "ky",
            "ordinary",
            "Уюштуруучу 2 жумуш күнүнүн ичинде топтомдун толуктугун текшерет жана аны кабыл алат же кайтарат.",
        ),
        (
            "step.accepted.term",
            "en",
            "short",
            "Within 1 working day the facilitator checks that the package is complete and accepts or returns it.",
        ),
        (
            "term.evening",
            "ky",
            "ordinary",
            "Саат 18ден кийин жеткирилген документ кийинки жумуш күнү алынган болуп эсептелет; бул эреже "
            "алуучунун мөөнөтүнүн башталышын гана аныктайт.",
        ),
        (
            "step.lapsed.what",
            "ru",
            "ordinary",
            "Результат согласования теряет силу, если в течение 12 месяцев после протокола пакет не направлен "
            "или в течение 24 месяцев после направления решение не записано; дело закрывается, для проекта "
            "открывается новое.",
        ),
        (
            "duty.decider.1",
            "ky",
            "ordinary",
            "Чечим кабыл алуучу орган чечим кабыл алганга чейин пикир келишпестиктердин протоколун карайт жана "
            "ЖӨБ тарабы суранса, аны угат.",
        ),
    ],
)
def test_printed_sentences(key: str, language: str, track: str, text: str):
    assert printed(key, language, track=track) == text


def test_an_agreement_with_other_terms_prints_its_own():
    own = dict(ORDER.terms) | {"position": OrderTerm("position", 21, 5, "wd")}
    text = print_item(ORDER.item("step.position.term"), language="ru", terms=own)
    assert text == "Орган МСУ подаёт позицию в течение 21 рабочего дня со дня своего уведомления."


def test_a_sentence_is_cited_only_where_an_act_stands_behind_it():
    assert ORDER.item("term.start").citation("en") == "Civil Code, art. 208"
    assert ORDER.item("term.evening").citation("en") is None
    assert [item.marker for item in ORDER.items_of_step("submitted")[1:4]] == ["2.", "1)", "2)"]


def test_the_terms_of_the_table():
    short = {key: (term.ordinary, term.short) for key, term in order_terms().items()}
    assert short["association"] == (20, 7)
    assert short["appeal_decide"] == (15, 5)
    assert {term.unit for term in order_terms().values()} == {
        "wd",
        "mo",
        "hour",
        "count",
        "percent",
        "day",
        "year",
    }


def test_what_is_not_there_is_named():
    with pytest.raises(LawGap) as gap:
        order("1991")
    assert (gap.value.code, gap.value.params) == ("no_edition", {"edition": "1991"})
    with pytest.raises(BadInput) as unknown:
        ORDER.item("step.unheard")
    assert unknown.value.params == {"key": "step.unheard"}
    with pytest.raises(BadInput) as missing:
        print_item(ORDER.item("step.accepted.term"), language="ky", terms={})
    assert missing.value.params == {"key": "accept"}
    with pytest.raises(BadInput) as track:
        ORDER.terms["accept"].on("long")
    assert track.value.params == {"track": "long"}


def test_it_is_the_order_that_was_proposed_word_for_word(shared: Path):
    """Each block of the text handed over, and none more."""
    whole = (shared / "order/model-order.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml article\n(.*?)```", whole, flags=re.S)
    rows = [row for block in blocks for row in _articles(yaml.safe_load(block))]
    items = [item for row in rows for item in row["items"]]
    assert [(i.key, i.basis, i.step, i.question, i.texts) for i in ORDER.items] == [
        (
            row["key"],
            row["basis"],
            row.get("step"),
            row.get("q"),
            {language: row[language] for language in LANGUAGES},
        )
        for row in items
    ]
    terms = yaml.safe_load(re.search(r"```yaml terms\n(.*?)```", whole, flags=re.S)[1])
    assert {
        key: {"ordinary": term.ordinary, "short": term.short, "unit": term.unit}
        for key, term in ORDER.terms.items()
    } == terms


def _articles(block: object) -> list[dict]:
    return block if isinstance(block, list) else [block]
