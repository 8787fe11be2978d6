"""The forms of the work pages: what people type is read as they mean it, and shown again as typed."""

from __future__ import annotations

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils import translation

from makul.cases.forms.fields import SomField, as_file, choices_of, hints_of
from makul.cases.forms.meeting import MeetingForms, typed_meeting
from makul.cases.forms.outcome import RowForms
from makul.cases.forms.position import PositionForms, initial_of, prefixes, typed
from makul.cases.forms.rows import MergeForm
from makul.parties.forms import ConfirmForm

CHOICES = [("Бүт долбоор", [("-", "Бүт долбоор")]), ("3-берене", [("art_3", "3-берене")])]


def query(data: dict[str, str]) -> QueryDict:
    found = QueryDict(mutable=True)
    found.update(data)
    return found


def position(data: dict[str, str] | None = None, **more: object) -> PositionForms:
    sent = None if data is None else query(data)
    return PositionForms(sent, choices=CHOICES, page_language="ky", **more)


@pytest.mark.parametrize(
    ("text", "som"),
    [("1 240 000", 1_240_000), ("1\u00a0240\u202f000", 1_240_000), ("0", 0), ("", None)],
)
def test_sums_are_read_however_the_thousands_stand_apart(text: str, som: int | None) -> None:
    assert SomField().clean(text) == som


@pytest.mark.parametrize("text", ["1,2 млн", "-5", "1.5", "көп", "10000000000000000"])
def test_what_is_no_whole_sum_comes_back_as_it_was_typed(text: str) -> None:
    with pytest.raises(forms.ValidationError) as refused, translation.override("en"):
        SomField().clean(text)
    if "млн" in text:
        assert text in refused.value.messages[0]


def test_a_sum_is_shown_in_thousands() -> None:
    assert SomField().prepare_value(1_240_000) == "1 240 000"


def test_only_what_a_person_may_choose_is_offered() -> None:
    assert [value for value, _word in choices_of("stance", "ky")] == [
        "agreed",
        "agreed_with_remarks",
        "not_agreed",
        "not_affected",
    ]
    assert hints_of("remark.kind", "ru")["proposal"] == "достаточно ответа"


def test_a_file_keeps_its_bytes_and_none_is_none() -> None:
    [file] = as_file(SimpleUploadedFile("a.pdf", b"%PDF-1"), language="ru")
    assert (file.name, file.data, file.language) == ("a.pdf", b"%PDF-1", "ru")
    assert as_file(None, language="ru") == []


def test_a_position_is_read_with_its_remarks_and_without_empty_ones() -> None:
    form = position(
        {"stance": "agreed", "language": "ru", "count": "2"}
        | {"r0-eid": "-", "r0-kind": "proposal", "r0-text": "Так", "r0-once_som": "5 000"}
        | {"r1-eid": "art_3", "r1-kind": "objection", "r1-text": " "}
    )
    assert form.is_valid()
    [remark] = form.content.remarks
    assert (remark.eid, remark.text, remark.once_som, remark.yearly_som) == ("", "Так", 5_000, None)
    assert (form.content.stance, form.content.language) == ("agreed", "ru")


def test_errors_of_all_remarks_are_counted_together() -> None:
    form = position(
        {"stance": "maybe", "language": "ru", "count": "1"}
        | {"r0-eid": "art_9", "r0-kind": "joke", "r0-text": "Так"}
    )
    assert not form.is_valid()
    assert {name for name, _error in form.errors} == {"stance", "eid", "kind"}
    assert len([bound for bound in form if bound.errors]) == 3


def test_a_count_is_never_trusted() -> None:
    assert prefixes({"count": "три"}) == []
    assert len(prefixes({"count": "999999"})) == 201


def test_what_was_typed_comes_back_but_for_the_remark_removed() -> None:
    data = {"stance": "agreed", "count": "2", "r0-text": "Бир", "r1-text": "Эки", "once": "t"}
    assert [one["text"] for one in typed(data)["remarks"]] == ["Бир", "Эки"]
    kept = typed(data, removed="r0")
    assert ([one["text"] for one in kept["remarks"]], kept["once"]) == (["Эки"], "t")


def test_a_new_position_begins_with_one_remark_and_the_bodys_language() -> None:
    initial = initial_of(None, language="ky")
    assert (initial, position(initial=initial).count) == ({"language": "ky"}, 1)
    assert position(initial={"remarks": []}).count == 0


def test_remarks_ticked_together_join_those_ticked_alone() -> None:
    sent = QueryDict("remarks=1&remarks=2&more=7,8,x,&into=new")
    form = MergeForm(sent, remarks=[1, 2, 3], rows=[])
    assert form.is_valid()
    assert form.wanted == {1, 2, 7, 8}


def test_a_line_without_an_office_is_nobody() -> None:
    data = {"held_at": "2026-10-28T10:00", "count": "2", "p0-office": "башчы", "p1-party": ""}
    form = MeetingForms(query(data), parties=[], rows=[], page_language="ky")
    assert not form.is_valid()
    assert [name for name, _error in form.errors] == ["party"]
    assert typed_meeting(data, [])["p0"]["office"] == "башчы"


def test_rows_are_valid_together() -> None:
    class One(forms.Form):
        text = forms.CharField()

    good, bad = One({"a-text": "x"}, prefix="a"), One({}, prefix="b")
    assert RowForms(ConfirmForm({}), [good]).is_valid()
    both = RowForms(ConfirmForm({}), [good, bad])
    assert (both.is_valid(), [name for name, _error in both.errors]) == (False, ["text"])
