"""Looks at a page as a stranger with a screen reader, a phone or a dark room would, and names what is amiss."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

PHONE, DESK = 320, 1280
AXE = Axe()
# WCAG 2.2 AA and what axe calls good practice; the size of targets is off in axe by itself.
RULES: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
FRAME = """() => {
  const said = [];
  const heads = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility());
  const ones = heads.filter(h => h.tagName === 'H1').length;
  if (ones !== 1) said.push(`${ones} h1`);
  heads.reduce((above, h) => {
    const level = +h.tagName[1];
    if (level > above + 1) said.push(`h${above} is followed by h${level} "${h.textContent.trim().slice(0, 40)}"`);
    return level;
  }, 0);
  for (const mark of ['header.top', 'nav', 'main', 'footer.foot'])
    if (!document.querySelector(mark)) said.push(`no ${mark}`);
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) {
    const edge = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('main *, header *, footer *, nav *')]
      .filter(e => e.getBoundingClientRect().right > edge + 1 && !e.closest('.scroll, .vh'))
      .slice(-1).map(e => e.outerHTML.slice(0, 120));
    said.push(`${over} px too wide: ${wide}`);
  }
  return said;
}"""
FOCUS = """() => {
  const at = document.activeElement, look = getComputedStyle(at);
  if (at === document.body) return '';
  const drawn = parseFloat(look.outlineWidth) >= 2 && look.outlineStyle !== 'none';
  return drawn || look.boxShadow !== 'none' ? '' : at.outerHTML.slice(0, 120);
}"""
LINKS = "() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
TABS = 8  # the first places one comes to by keyboard


class Looker:
    """One person's browser. `faults`: what was found on the pages seen, each with its address."""

    def __init__(self, browser: Any, *, site: str) -> None:
        self.site, self.faults = site, list[str]()
        self.context = browser.new_context(viewport={"width": PHONE, "height": 700})
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.page.on("console", lambda said: self.amiss(f"console: {said.text}"))
        self.page.on("pageerror", lambda error: self.amiss(f"script: {error}"))
        self.page.on("request", self._asked)

    def amiss(self, what: object) -> None:
        self.faults.append(f"{self.page.url.removeprefix(self.site)}: {what}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.amiss(f"asks another host: {request.url}")

    def sign_in(self, role: str) -> None:
        """As the first office of the demonstration whose button begins with these words."""
        self.page.goto(f"{self.site}/sign-in/?lang=en")
        buttons = self.page.locator("form[action*='/sign-in/as/'] button")
        said = [" ".join(text.split()) for text in buttons.all_inner_texts()]
        buttons.nth(next(n for n, text in enumerate(said) if text.startswith(role))).click()

    def visit(self, path: str, *, language: str) -> tuple[int, list[str]]:
        """Open a page: its status (0: a file, no page) and the links on it."""
        joint = "&" if "?" in path else "?"
        bare, _, mark = path.partition("#")
        address = f"{self.site}{bare}{joint}lang={language}{'#' + mark if mark else ''}"
        # Asked for first as data: a file or a refusal without a page leaves the browser astray.
        first = self.context.request.get(address)
        if "html" not in first.headers.get("content-type", ""):
            return 0, []
        if first.status != 200:
            return first.status, []
        answer = self.page.goto(address, wait_until="load")
        if answer is None or "html" not in answer.headers.get("content-type", ""):
            return 0, []
        return answer.status, self.page.evaluate(LINKS)

    def look(
        self, *, width: int, scheme: str, by_axe: bool = True, by_keyboard: bool = False
    ) -> None:
        """Headings, landmarks, width, axe, and the focus, at this width in this light."""
        self.page.set_viewport_size({"width": width, "height": 700})
        self.page.emulate_media(color_scheme=scheme)
        where = f"[{width} {scheme}]"
        for said in self.page.evaluate(FRAME):
            self.amiss(f"{where} {said}")
        found = AXE.run(self.page, options=RULES).response["violations"] if by_axe else []
        for one in found:
            nodes = [node["html"][:160] for node in one["nodes"]][:3]
            self.amiss(f"{where} axe {one['id']}: {nodes}")
        if by_keyboard:
            self.tab(where)

    def tab(self, where: str) -> None:
        for _n in range(TABS):
            self.page.keyboard.press("Tab")
            if unseen := self.page.evaluate(FOCUS):
                self.amiss(f"{where} the focus is not seen on {unseen}")

    def close(self) -> None:
        self.context.close()
