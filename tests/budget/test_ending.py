"""The end of a special protocol: its paper, hands, dossier, the law, what was given, the next year."""

from __future__ import annotations

import pytest

from makul.budget.actions.following import record_adoption, record_withdrawal, state_given
from makul.budget.actions.signing import (
    attach_special,
    close_by_one_side,
    draw_special,
    refuse_special,
    sign_special,
)
from makul.budget.models import SpecialProtocol
from makul.budget.queries.signing import closing_of
from makul.core.errors import BadInput, NotAllowed
from makul.documents.reading import read_act
from makul.journal.models import Entry
from tests.budget import special_scene as made
from tests.budget.special_scene import DAY, OPENED, Special

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Special:
    return made.build()


def code_of(caught: pytest.ExceptionInfo[BadInput] | pytest.ExceptionInfo[NotAllowed]) -> str:
    return caught.value.code


def test_the_paper_stands_as_it_was_drawn(scene: Special) -> None:
    made.opened(scene)
    with pytest.raises(BadInput) as caught:
        made.drawn(scene)
    assert code_of(caught) == "nothing_tabled"
    made.tabled(scene)
    made.sat(scene)
    with pytest.raises(BadInput) as caught:
        made.signed(scene, scene.union)
    assert code_of(caught) == "special_not_drawn"
    made.drawn(scene)
    with pytest.raises(BadInput) as caught:
        draw_special(protocol=scene.own, actor=scene.drafter(scene.union), now=OPENED + 8 * DAY)
    assert code_of(caught) == "special_is_drawn"
    languages = scene.own.document.versions.values_list("language", flat=True)
    assert sorted(languages) == ["ky", "ky+ru", "ru"]
    word = scene.own.document.versions.get(language="ru")
    text = " ".join(str(one) for one in read_act(bytes(word.blob.data), name=word.file_name))
    assert "Трансферт на отопление" in text


def test_signed_refused_and_closed_by_one_side(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    made.sat(scene)
    made.drawn(scene)
    made.signed(scene, scene.union, scene.union)
    assert scene.own.signatures.count() == 1
    with pytest.raises(BadInput) as caught:
        sign_special(
            protocol=scene.own, sha256="0" * 64, actor=scene.signer(scene.committee), now=OPENED
        )
    assert code_of(caught) == "text_changed"
    refusing = {"protocol": scene.own, "language": "ru", "now": OPENED + 8 * DAY}
    committee = scene.signer(scene.committee)
    with pytest.raises(BadInput) as caught:
        refuse_special(reason=" ", actor=committee, **refusing)
    assert code_of(caught) == "no_reason_given"
    refuse_special(reason="Не согласен", actor=committee, **refusing)
    with pytest.raises(BadInput) as caught:
        made.signed(scene, scene.committee)
    assert code_of(caught) == "already_refused"
    closing = {"protocol": scene.own, "language": "ru", "now": OPENED + 12 * DAY}
    with pytest.raises(BadInput) as caught:
        close_by_one_side(text="Молчит", actor=scene.signer(scene.finance), **closing)
    assert code_of(caught) == "sign_first"
    close_by_one_side(text="Молчит", actor=scene.signer(scene.union), **closing)
    entry = Entry.objects.get(action="one_side_closed")
    assert (entry.data["not_signed"], closing_of(scene.own).text) == (["sp-finance"], "Молчит")
    made.signed(scene, scene.finance, at=OPENED + 13 * DAY)
    with pytest.raises(BadInput) as caught:
        close_by_one_side(text="Снова", actor=scene.signer(scene.union), **closing)
    assert code_of(caught) == "nobody_awaited"


def test_the_dossier_takes_the_paper_once_with_its_signatures(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    made.sat(scene)
    made.drawn(scene)
    made.signed(scene, scene.union)
    made.attached(scene)
    versions = scene.own.document.versions
    assert sorted(set(versions.values_list("number", flat=True))) == [1, 2]
    assert versions.get(number=1, language="ky+ru").blob_id == scene.own.drawn_sha256
    with pytest.raises(BadInput) as caught:
        made.attached(scene)
    assert code_of(caught) == "special_is_attached"


def test_without_a_bill_there_is_no_dossier(scene: Special) -> None:
    made.opened(scene)
    SpecialProtocol.objects.update(bill=None)
    made.tabled(scene)
    made.drawn(scene)
    with pytest.raises(BadInput) as caught:
        attach_special(
            protocol=scene.own, bill=None, actor=scene.drafter(scene.committee), now=OPENED
        )
    assert code_of(caught) == "no_bill"


def test_a_law_past_the_protocol_is_recorded_with_what_it_skipped(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    made.adopted(scene, at=OPENED + 20 * DAY)
    status = scene.status((OPENED + 20 * DAY).date())
    skipped = {one.step for one in (*status.breaches, *status.recorded) if one.kind == "skipped"}
    assert status.outcome == "adopted"
    assert {"special_drawn", "special_attached"} <= skipped
    with pytest.raises(BadInput) as caught:
        made.adopted(scene, at=OPENED + 21 * DAY)
    assert code_of(caught) == "budget_is_adopted"


def test_the_law_has_a_number_and_no_day_to_come(scene: Special) -> None:
    made.opened(scene)
    say = {"protocol": scene.own, "actor": scene.drafter(scene.committee), "now": OPENED + DAY}
    for number, on, code in (
        (" ", OPENED.date(), "no_law_number"),
        ("7", (OPENED + 9 * DAY).date(), "in_the_future"),
    ):
        with pytest.raises(BadInput) as caught:
            record_adoption(law_number=number, adopted_on=on, **say)
        assert code_of(caught) == code


def test_what_was_given_is_stated_of_every_item(scene: Special) -> None:
    made.opened(scene)
    made.tabled(scene)
    with pytest.raises(BadInput) as caught:
        made.given(scene)
    assert code_of(caught) == "not_adopted_yet"
    made.adopted(scene, at=OPENED + 20 * DAY)
    with pytest.raises(BadInput) as caught:
        state_given(
            protocol=scene.own, given={}, actor=scene.drafter(scene.desk), now=OPENED + 21 * DAY
        )
    assert (code_of(caught), caught.value.params) == ("given_left_out", {"numbers": [1, 2, 3]})
    made.given(scene, at=OPENED + 22 * DAY)
    sums = scene.own.items.filter(amounts__side="given").values_list("amounts__amount_som")
    assert sorted(int(one) for (one,) in sums) == [0, 40, 80]


def test_a_withdrawn_budget_ends_the_case(scene: Special) -> None:
    made.opened(scene)
    record_withdrawal(
        protocol=scene.own,
        text="Отозван",
        language="ru",
        actor=scene.drafter(scene.committee),
        now=OPENED + DAY,
    )
    scene.own.case.refresh_from_db()
    assert (scene.own.case.is_closed, scene.own.case.outcome) == (True, "special_withdrawn")


def test_the_next_year_carries_over_what_stayed_open(scene: Special) -> None:
    made.whole(scene)
    last = scene.own
    made.opened(scene, at=OPENED + 365 * DAY, year=2028)
    carried = list(scene.own.items.order_by("number"))
    assert [one.carried_from.number for one in carried] == [1, 2]  # given 80 of 85; not agreed
    assert scene.own.previous == last
    assert {one.side for one in carried} == {"lsg"}
    sums = carried[0].amounts.values_list("side", "year", "amount_som")
    assert sorted(sums) == [("lsg", 2028, 95), ("lsg", 2029, 100)]
    assert carried[0].positions.get().filed_at is None
