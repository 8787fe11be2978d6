"""Quotations inside a clause set aside."""

from makul.core.provisions.quotes import masked, unquoted


def test_masking_gives_back_every_quotation() -> None:
    found = masked('слова "а" и «б «в»» заменить', block="«5. Новая.»;")
    assert found.text == "слова ⟦0⟧ и ⟦1⟧ заменить ⟦2⟧"
    assert found.words("⟦2⟧⟦0⟧") == ("5. Новая.", "а")
    assert unquoted("без кавычек") == "без кавычек"


def test_the_letter_of_a_provision_is_no_quotation() -> None:
    assert masked("подпункты «а» и «б» исключить").quotations == ()
    assert masked("2-пункттун «а» пунктчасы алып салынсын").quotations == ()
    assert masked("в пункте 2 слово «а» исключить").quotations == ("а",)
