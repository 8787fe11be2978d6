"""Names are compared whatever their case and letters."""

from makul.parties.searching import searchable, sought


def test_both_shapes_of_a_name_are_kept() -> None:
    assert searchable("Ысык-Көл", "Иссык-Куль") == "ысык-көл иссык-куль ысык-кол"


def test_every_word_is_asked_for() -> None:
    assert len(sought("Ак Талаа").children) == 2
    assert not sought("  ")
