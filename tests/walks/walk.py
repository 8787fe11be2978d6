"""What a walk carries along: the parties, the language, the number of the case, a browser an office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.utils import timezone

from makul.law import forms as law
from makul.parties.models import Party
from tests.browser.walker import DESK, Walker
from tests.scene import Scene
from tests.walks.clock import Clock
from tests.walks.place import named_scene


@dataclass
class Walk:
    """Each office keeps its own browser from the first time it is needed."""

    scene: Scene
    language: str
    office: Callable[..., Walker]
    folder: Path
    clock: Clock
    number: str = ""
    desks: dict[tuple[str, bool, int], Walker] = field(default_factory=dict)

    @staticmethod
    def begin(language: str, office: Callable[..., Walker], folder: Path, clock: Clock) -> Walk:
        scene = named_scene(bodies=3, at=timezone.now(), language=language)
        return Walk(scene, language, office, folder, clock)

    def at(self, party: Party, *, signs: bool, width: int = DESK) -> Walker:
        """The browser of the office that drafts, or of the one that signs."""
        key = (party.key, signs, width)
        if key not in self.desks:
            mandate = self.scene.offices[party.pk, signs]
            self.desks[key] = self.office(mandate, language=self.language, width=width)
        return self.desks[key]

    def said(self, name: str, value: str) -> str:
        """A value of the Order's forms in words."""
        return law.phrase(name, value, language=self.language)

    def later(self, days: int) -> None:
        self.clock.pass_days(days)

    def now(self) -> str:
        """This minute, as a field of day and hour takes it."""
        return timezone.localtime().strftime("%Y-%m-%dT%H:%M")
