"""Names of places and kinds of bodies in the language of the page."""

from django.utils.translation import override

from makul.parties.models import Party, Territory
from makul.parties.templatetags.registry import body_kind, place, place_kind, role


def test_a_name_known_in_another_language_only_bears_that_language() -> None:
    with override("ky"):
        assert place(Territory(code="1", name_ru="Кант")) == '<span lang="ru">Кант</span>'
        assert place(Territory(code="1")) == "1"


def test_words_of_kinds_and_roles() -> None:
    with override("en"):
        assert str(place_kind("aimak")) == "aiyl aimak"
        local = Party(kind="executive", body_kind="aiyl_small")
        assert body_kind(local) == "Executive body of local self-government (aiyl aimak: small)"
        assert body_kind(Party(kind="ministry")) == "Norm-making body"
        assert str(role("lsg")) == "Body of local self-government"
