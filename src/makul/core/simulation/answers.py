"""How the many take a step of one draft: asked when their term has started, group by group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from makul.core.procedure.grammar import Procedure, Step
from makul.core.procedure.state import State
from makul.core.proof.structure import only_ended
from makul.core.simulation.crowd import NEVER, Asked, Crowd, Places, new_rows
from makul.core.simulation.days import Days
from makul.core.simulation.draft import Draft, body_key
from makul.core.simulation.settings import Settings


@dataclass
class Answers:
    """Asks the bodies and keeps what they file; those told on the same day have the same term."""

    procedure: Procedure
    settings: Settings
    days: Days
    crowd: Crowd

    def __post_init__(self) -> None:
        self.number = {step.key: n for n, step in enumerate(self.procedure.steps)}
        self.ends_only = only_ended(self.procedure)

    def ask(self, draft: Draft, state: State, step: Step) -> None:
        """Let the bodies told on one day take a step, once its term has started for them."""
        owed = {instance.party: instance for instance in state.instances(step)}
        for number, batch in enumerate(draft.batches):
            key = (step.key, f"batch {number}")
            one = owed.get(body_key(int(batch.who[0])))
            if key not in draft.planned and one and one.start and one.last_day:
                draft.planned.add(key)
                start, last = self.days.place(one.start.day), self.days.place(one.last_day)
                self._answer(draft, step, batch.who, start, last)

    def _answer(self, draft: Draft, step: Step, who: Places, start: int, last: int) -> None:
        number = self.number[step.key]
        luck = draft.luck.asked(number)
        asked = self.crowd.answer(step.key, who, start=start, last=last, luck=luck)
        tells = step.key not in self.ends_only  # else only the end of the term matters to the case
        draft.file(asked, tells=tells)
        if step.key == self.settings.opinion:
            self._count(draft, asked, number)
        if tells:
            filed = asked.filed[np.isin(asked.who, [*asked.telling()])]
            draft.sure |= {int(place) + 1 for place in filed if place != NEVER}

    def _count(self, draft: Draft, asked: Asked, number: int) -> None:
        """The remarks made, and the rows that are left when alike ones are one; some row at least."""
        made, new = new_rows(asked, draft.luck, step=number, bodies=self.settings.bodies)
        draft.remarks += made
        draft.rows = draft.rows + new or int(draft.remarks > 0)
