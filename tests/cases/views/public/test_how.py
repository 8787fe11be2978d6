"""How conciliation goes: told from the procedure, with the Order beside it."""

import pytest
from django.utils.translation import override

from makul.cases.views.public.how import SHORT, before, lane_name, split, starters
from makul.law.order import order
from makul.law.procedures import KEYS, procedure
from makul.law.procedures.about import about


def test_every_step_with_its_terms(read) -> None:
    text = read("/how-it-works/")
    assert "15 working days 5 working days" in text
    assert "A notice delivered after 18:00 counts as delivered on the next working day." in text
    assert "the event was on 30 April 2026" in text
    assert "A term of 5 working days ends on 15 May 2026" in text


def test_what_starts_a_clock_is_said_shortly() -> None:
    """The reply waits for the opinions; that these wait for the notice is said in their own line."""
    order_ = procedure()
    first = {step.key: starters(step.clocks[0], order_) for step in order_.steps if step.clocks}
    assert first["replied"] == ["association_position", "position"]
    assert first["protocol"] == ["meeting"]
    assert first["forwarded"] == ["signed", "appeal_decided"]
    assert first["complained"] == ["returned", "screened", "notified", "submitted"]
    assert "submitted" in before("compared", order_)
    always, by_rows = split(order_.step("forwarded").clocks[0].after)
    assert (always, by_rows) == ({"signed"}, {"appeal_decided", "appealed"})


def test_every_station_has_a_short_name_of_a_step() -> None:
    assert {step.key for step in procedure().steps} >= SHORT.keys()


@pytest.mark.parametrize("key", sorted(KEYS))
def test_the_order_is_printed_whole_in_each_language(read, key: str) -> None:
    for language in ("ky", "ru", "en"):
        html = read(f"/how-it-works/{key}/order/", language=language, raw=True)
        assert all(f'id="article-{one.number}"' in html for one in order(procedure=key).articles)
        assert all(f'id="{one.key}"' in html for one in order(procedure=key).items)
        assert "{wd" not in html


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_right_every_duty_and_every_consequence_of_the_order_stands_there(
    read, key: str
) -> None:
    text = read(f"/how-it-works/{key}/")
    wanted = [
        item
        for item in order(procedure=key).items
        if item.key.split(".")[0] in {"right", "duty", "consequence"}
    ]
    told = " ".join(text.split())
    lost = [
        item.key
        for item in wanted
        if "{" not in item.texts["en"] and " ".join(item.texts["en"].split()) not in told
    ]
    assert (bool(wanted), lost) == (True, [])


@pytest.mark.parametrize("key", sorted(KEYS))
def test_each_procedure_is_told_in_its_own_words(read, key: str) -> None:
    for language in ("ky", "ru", "en"):
        text = read(f"/how-it-works/{key}/", language=language)
        own = about(key, language=language)
        others = [about(one, language=language).how for one in KEYS if one != key]
        assert [words in text for words in (own.how, own.what, own.order, *others)] == [
            True,
            True,
            True,
            *(True for _one in others),
        ]


def test_the_first_address_is_the_conciliation_and_the_model_order(read) -> None:
    assert read("/how-it-works/", raw=True).count(about("npa", language="en").what) == 1
    groups = ("right", "duty", "consequence")
    assert sum(len(order().items_under(one)) for one in groups) == 59
    assert about("npa", language="en").order in read("/how-it-works/order/")


def test_a_procedure_nobody_knows_is_not_there(read) -> None:
    read("/how-it-works/unknown/", status=404)
    read("/how-it-works/unknown/order/", status=404)


def test_who_acts_in_a_lane() -> None:
    with override("en"):
        assert lane_name(("association", "lsg")) == "Local self-government and its association"
        assert lane_name(("decider", "initiator")) == "Decider, Initiator"
