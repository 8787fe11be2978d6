"""Legal texts: split into provisions, pair two languages, compare versions, read amending formulas."""

from makul.core.provisions.act import Act, Line, Provision
from makul.core.provisions.align import Alignment, Pair, align
from makul.core.provisions.amend import Amendment, amendments
from makul.core.provisions.compare import Change, compare
from makul.core.provisions.labels import label
from makul.core.provisions.language import language_of
from makul.core.provisions.letters import fix_legacy_letters, folded, normal
from makul.core.provisions.screen import Interest, Vocabulary, affects_hint, screen
from makul.core.provisions.shown import line_of, text_of
from makul.core.provisions.split import split
from makul.core.provisions.table import Row, comparative_table
from makul.core.provisions.words import Span, spans

__all__ = [
    "Act",
    "Alignment",
    "Amendment",
    "Change",
    "Interest",
    "Line",
    "Pair",
    "Provision",
    "Row",
    "Span",
    "Vocabulary",
    "affects_hint",
    "align",
    "amendments",
    "comparative_table",
    "compare",
    "fix_legacy_letters",
    "folded",
    "label",
    "language_of",
    "line_of",
    "normal",
    "screen",
    "spans",
    "split",
    "text_of",
]
