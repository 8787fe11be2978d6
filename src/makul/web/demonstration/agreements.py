"""The agreements by which the Order binds two of the demonstration's three ministries."""

from __future__ import annotations

from makul.cases.actions.opening import make_agreement
from makul.cases.models import Agreement
from makul.web.demonstration.stage import DESK, MINISTRY, PANEL, SECOND, UNION, Stage

SIGNED = -150


def enter(stage: Stage) -> None:
    """Ministries A and B have signed; ministry V has not, so the association acts there alone."""
    for number, initiator in enumerate((MINISTRY, SECOND), 1):
        make_agreement(
            agreement=Agreement(
                procedure="npa",
                edition="2026-proposed",
                initiator=stage.parties[initiator],
                association=stage.parties[UNION],
                facilitator=stage.parties[DESK],
                appeal_body=stage.parties[PANEL],
                document=f"№ {number} (көрсөтмө / демонстрация)",
                signed_on=stage.day(SIGNED),
            ),
            now=stage.at(SIGNED, 11 + number),
        )
