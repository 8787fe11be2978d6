"""The order of a procedure as an act: its chapters and articles, then its annexes, from its data alone."""

from __future__ import annotations

from typing import cast

from makul.core.procedure import Procedure
from makul.documents.paper import Paper, PaperLanguage
from makul.documents.regulation.annexes import annexes
from makul.documents.regulation.text import notes, text
from makul.law.regulation import heading, say


def order_paper(rules: Procedure, *, language: str) -> Paper:
    """The order that `rules` carry out, with the terms that these very rules run.

    The same rules give the same paper, whenever it is printed.

    >>> from makul.law.procedures import procedure
    >>> order_paper(procedure(), language="en").title
    'Model Order for the conciliation of draft normative legal acts with local self-government bodies and their associations'
    """
    return Paper(
        heading(rules.key, language=language).title,
        cast(PaperLanguage, language),
        (
            *notes(rules, language=language),
            *text(rules, language=language),
            *annexes(rules, language=language),
        ),
        mark=say("mark", language=language, edition=rules.edition),
        opening=("", say("draft", language=language)),
    )
