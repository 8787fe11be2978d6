"""How conciliation goes: told from the procedure, with the Order beside it."""

from makul.cases.views.public.how import SHORT, before, split, starters
from makul.law.order import order
from makul.law.procedures import procedure


def test_every_step_with_its_terms(read) -> None:
    text = read("/how-it-works/")
    assert "15 working days 5 working days" in text
    assert "A notice delivered after 18:00 counts as delivered on the next working day." in text
    assert "the protocol was drawn on 30 April 2026" in text
    assert "end on 15 May 2026" in text


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


def test_the_order_is_printed_whole_in_each_language(read) -> None:
    for language in ("ky", "ru", "en"):
        html = read("/how-it-works/order/", language=language, raw=True)
        assert all(f'id="article-{one.number}"' in html for one in order().articles)
        assert all(f'id="{one.key}"' in html for one in order().items)
        assert "{wd" not in html


def test_every_right_every_duty_and_every_consequence_of_the_order_stands_there(read) -> None:
    text = read("/how-it-works/")
    wanted = [
        item for item in order().items if item.key.split(".")[0] in {"right", "duty", "consequence"}
    ]
    assert len(wanted) == 59
    told = " ".join(text.split())
    lost = [
        item.key
        for item in wanted
        if "{" not in item.texts["en"] and " ".join(item.texts["en"].split()) not in told
    ]
    assert lost == []
