"""Days on Parliament's side: who reads it, who watches for the association, who keeps a committee's sittings."""

from __future__ import annotations

from makul.parties.models import Party
from tests.browser.walker import PHONE
from tests.walks.days import Day, read

TWICE = (
    "Об учёте муниципальной собственности"  # the expertise of the demonstration deliberated twice
)


def newest(day: Day, what: str, **wanted: object) -> str:
    """The number of the newest thing of a kind in the open API that is as wanted."""
    items = read(day.site, f"{what}?limit=200")["items"]
    fits = (one for one in items if all(one[key] == value for key, value in wanted.items()))
    one = next(fits)
    return str(one.get("number") if "protocol" not in one else one["protocol"])


def deputy(day: Day) -> None:
    """One who follows Parliament reads the hub, a sitting, an expertise, a special protocol, the counts."""
    me = day.at(width=1280)
    me.go("parliament")
    me.look("deputy-1-hub")
    me.go("bill_watch")
    me.look("deputy-2-watch")
    sitting = newest(day, "sittings", outcome="minutes_approved")
    me.go("sitting_case", sitting)
    assert sitting in me.text()
    me.look("deputy-3-sitting")
    me.go("expertise_case", newest(day, "expertises", title_ru=TWICE))
    me.look("deputy-4-expertise")
    me.go("special_protocol_case", newest(day, "special-protocols"))
    me.look("deputy-5-protocol")
    me.go("parliament_statistics")
    me.look("deputy-6-statistics")


def watcher(day: Day) -> None:
    """The association's desk opens on what the watch noticed, reads an alert and its ready opinion."""
    me = day.institution("demo-union", Party.Kind.ASSOCIATION, signs=False, width=PHONE)
    me.go("bills_desk")
    me.look("watcher-1-desk")
    me.page.locator("main a[href*='/bills/alerts/']").first.click()
    me.page.wait_for_load_state()
    me.look("watcher-2-alert")
    me.go("sitting_invitations")
    me.look("watcher-3-invitations")


def clerk(day: Day) -> None:
    """A committee's clerk sees the sittings, whom the next one must invite and by which day."""
    me = day.institution("demo-committee", Party.Kind.COMMITTEE, signs=False)
    me.look("clerk-1-today")
    me.go("sitting_list")
    me.look("clerk-2-sittings")
    me.go("sitting_new")
    me.look("clerk-3-new")
