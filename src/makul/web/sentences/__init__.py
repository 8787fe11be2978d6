"""What refusals say that no room says for itself: the door, the law, the pure rules; and the pages of a status.

`makul.parties.saying` puts these together with the sentences of the rooms.
"""

from __future__ import annotations

from django.utils.functional import Promise

from makul.web.sentences.faults import FAULTS
from makul.web.sentences.law import LAW
from makul.web.sentences.pages import PAGES
from makul.web.sentences.standing import STANDING

__all__ = ["PAGES", "SENTENCES"]

SENTENCES: dict[str, Promise] = {**STANDING, **LAW, **FAULTS}
