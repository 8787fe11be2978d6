"""What a page weighs over the wire: styles and scripts at the first visit, everything at the next."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.looker import Looker

pytestmark = pytest.mark.browser
FIRST_KB, AGAIN_KB = 60, 25
# A usual page of each who comes: the portal, a case, a local body's day, the association's desk.
PAGES = {
    "": ("/", "/cases/", "/statistics/"),
    "Aiyl aimak No. 1 (demonstration): executive secretary": ("/today/", "/cases/"),
    "Association": ("/today/", "/cases/board/"),
}


class Scale:
    """The bytes Chromium took from the network, by kind; what its cache gave counts nothing."""

    def __init__(self, looker: Looker) -> None:
        self.kinds: dict[str, str] = {}
        self.bytes: dict[str, float] = {}
        wire = looker.context.new_cdp_session(looker.page)
        wire.send("Network.enable")
        wire.send("Network.clearBrowserCache")  # signing in has filled it
        wire.on("Network.responseReceived", self._answered)
        wire.on("Network.loadingFinished", self._finished)

    def _answered(self, event: dict[str, Any]) -> None:
        self.kinds[event["requestId"]] = event["type"]

    def _finished(self, event: dict[str, Any]) -> None:
        kind = self.kinds.get(event["requestId"], "Other")
        self.bytes[kind] = self.bytes.get(kind, 0) + event["encodedDataLength"]

    def kb(self, *kinds: str) -> float:
        """Thousands of bytes of these kinds, or of all, since it was last emptied."""
        return sum(n for kind, n in self.bytes.items() if not kinds or kind in kinds) / 1000


@pytest.mark.parametrize("role", list(PAGES))
def test_pages_are_light(chromium: Any, demonstrated: str, role: str) -> None:
    for path in PAGES[role]:
        looker = Looker(chromium, site=demonstrated)
        if role:
            looker.sign_in(role)
        scale = Scale(looker)
        looker.page.goto(f"{demonstrated}{path}?lang=ky")
        assert scale.kb("Stylesheet", "Script") < FIRST_KB, (path, scale.bytes)
        scale.bytes.clear()
        looker.page.goto(f"{demonstrated}{path}?lang=ky")
        looker.close()
        assert 0 < scale.kb() < AGAIN_KB, (path, scale.bytes)
