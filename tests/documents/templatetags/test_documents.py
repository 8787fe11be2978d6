"""Provisions are named in the language of the text they stand in."""

from makul.documents.templatetags.documents import provision_label


def test_the_language_of_the_text_is_said() -> None:
    assert provision_label("art_7__part_2", "ky") == '<span lang="ky">7-берене, 2-бөлүк</span>'
    assert provision_label("art_7", "ky+ru") == '<span lang="ru">Статья 7</span>'
