"""Formulas over masked clauses: which is taken where several could be."""

from makul.core.provisions.formulas import formulas


def operations(text: str) -> list[str]:
    return [one.operation for one in formulas(text)]


def test_replacing_is_not_deleting_and_inserting_is_not_appending() -> None:
    assert operations("слова ⟦0⟧ заменить словами ⟦1⟧") == ["replace_words"]
    assert operations("после слов ⟦0⟧ дополнить словами ⟦1⟧") == ["insert_words"]
    assert operations("⟦0⟧ деген сөздөрдөн кийин ⟦1⟧ деген сөздөр менен толукталсын") == [
        "insert_words"
    ]
    assert operations("⟦0⟧ деген сөздөр алып салынсын") == ["delete_words"]
    assert operations("часть 2 исключить") == ["delete"]


def test_several_formulas_of_one_clause_keep_their_order() -> None:
    text = "слова ⟦0⟧ исключить, слово ⟦1⟧ заменить словом ⟦2⟧, дополнить словами ⟦3⟧"
    assert operations(text) == ["delete_words", "replace_words", "append_words"]
    assert operations("Текст без формул.") == []
