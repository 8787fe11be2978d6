"""Canonical bytes are one and the same for one meaning, and refuse what has no one spelling."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makul.core import canonical, journal
from makul.core.errors import BadInput

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abcкүң", max_size=3), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text("abcкүң"), VALUES))
def test_what_is_read_back_has_the_same_bytes(fields):
    written = canonical.canonical(fields)
    assert canonical.canonical(json.loads(written)) == written
    assert written.decode() == unicodedata.normalize("NFC", written.decode())


def test_the_order_of_keys_does_not_matter_and_bytes_are_known():
    fields = {"to": "", "data": {"б": [1, True, None], "a": "Өй\n"}, "number": 1}
    known = '{"data":{"a":"Өй\\n","б":[1,true,null]},"number":1,"to":""}'.encode()
    assert (
        canonical.canonical(fields) == canonical.canonical(dict(reversed(fields.items()))) == known
    )
    assert journal.entry_hash(journal.GENESIS, known) == (
        "1bdb90aa0cd35a2f39ca05b02e3a2630b9ec9c78b51133ddafce78c739d18acf"
    )


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        2**53,
        -(2**53),
        b"x",
        {1: 2},
        {"й": 1, "и\u0306": 2},
        "\0",
        "\ud800",
        {1},
        object(),
    ],
)
def test_what_has_no_one_spelling_is_refused(value):
    for fields in ({"a": value}, {"a": [value]}, {"a": {"b": value}}):
        with pytest.raises(BadInput, match="not_canonical"):
            canonical.canonical(fields)


def test_a_checkpoint_reads_back():
    body = canonical.note_body(origin="makul.kg", size=3, root=bytes(32), at="2026-03-02T04:00:00Z")
    text = canonical.note_text(body, key="00ff00ff", signature=bytes(64))
    note = journal.read_note(text)
    assert (note.body, note.origin, note.size, note.root) == (body, "makul.kg", 3, bytes(32))
    assert (note.at, note.signature) == ("2026-03-02T04:00:00Z", bytes(64))
