"""In which language a text is written."""

from makul.core.provisions.language import language_of


def test_languages() -> None:
    assert (language_of(["7-берене. Жер"]), language_of(["Статья 7. Земля"])) == ("ky", "ru")


def test_a_russian_text_with_kyrgyz_names_stays_russian() -> None:
    assert language_of(["Настоящий Закон действует в айыл өкмөтү и в городе Өзгөн."]) == "ru"
