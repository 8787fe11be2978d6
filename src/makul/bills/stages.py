"""What an event says of a bill: the stage it reaches, and whether it goes a fast track."""

from __future__ import annotations

from makul.bills.models import Bill, BillEvent

Kind, Stage = BillEvent.Kind, Bill.Stage
ORDER = tuple(Stage.values[:8])  # registered to published; a bill never goes back
ENDED = frozenset({Stage.ADOPTED, Stage.SIGNED, Stage.PUBLISHED, Stage.REJECTED, Stage.WITHDRAWN})
BECAME_LAW = frozenset({Stage.ADOPTED, Stage.SIGNED, Stage.PUBLISHED})
OF_KIND = {
    kind: Stage(kind)
    for kind in (
        *(Kind.REGISTERED, Kind.ADOPTED, Kind.SIGNED),
        *(Kind.PUBLISHED, Kind.REJECTED, Kind.WITHDRAWN),
    )
}


def stage_after(stage: str, *, kind: str, readings: str) -> str:
    """The stage of a bill at `stage` once an event of the kind is known.

    >>> stage_after("committee", kind="reading", readings="2,3")
    'reading_3'
    >>> stage_after("adopted", kind="reading", readings="1")
    'adopted'
    """
    reached = OF_KIND.get(Kind(kind))
    if reached is None and kind == Kind.READING and readings:
        reached = Stage(f"reading_{max(readings.split(','))}")
    return str(reached) if reached and is_further(reached, stage) else stage


def is_further(reached: str, stage: str) -> bool:
    """Whether a bill at `stage` may still come to `reached`; what ended a bill stands."""
    if stage in {Stage.REJECTED, Stage.WITHDRAWN}:
        return False
    if reached not in ORDER:
        return stage not in BECAME_LAW
    return ORDER.index(reached) > ORDER.index(stage)


def is_fast(kind: str, readings: str) -> bool:
    """Whether an event takes several readings at once."""
    return kind == Kind.FAST_TRACK or "," in readings
