"""The register of experts, and the interests that each of them has declared."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from makul.parties.models import Mandate, Party


class Expert(models.Model):
    """An expert on the register, known by a number and an office; the party is its one person.

    `fields` are kinds of interest (forms: interest) that the expert knows; `region` is the code of an
    oblast, or empty: the whole country.
    """

    party = models.OneToOneField(Party, on_delete=models.PROTECT, related_name="expert")
    fields = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    region = models.CharField(max_length=20, blank=True)
    experience_ky = models.TextField(blank=True)
    experience_ru = models.TextField(blank=True)
    since = models.DateField()
    added_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    suspended_on = models.DateField(null=True, blank=True)
    suspended_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["party__key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(suspended_on__isnull=True) | ~Q(suspended_reason=""),
                name="expert_suspended_reason",
            )
        ]

    def __str__(self) -> str:
        return self.party.key

    @property
    def subject(self) -> str:
        """The name under which the journal keeps what happened to the expert's place."""
        return f"expert:{self.party.key}"

    def experience(self, language: str) -> str:
        """What the expert has done, in `language`, or empty."""
        return str(getattr(self, f"experience_{language}", ""))


class InterestDeclaration(models.Model):
    """An interest that an expert declares, in the language it was said in.

    `standing` ones hold for every expertise, for the days they name and the bodies they name. One of
    an `expertise` says whether there is a conflict there, and which.
    """

    expert = models.ForeignKey(Expert, on_delete=models.PROTECT, related_name="declarations")
    expertise = models.ForeignKey(
        "expertise.Expertise",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="declarations",
    )
    body = models.ForeignKey(  # with which the expert is bound, where it is one Makul knows
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    has_conflict = models.BooleanField(default=False)  # meaningful where there is an expertise
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    declared_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()

    class Meta:
        ordering = ["declared_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["expert", "expertise"], name="declared_once"),
            models.CheckConstraint(
                condition=Q(has_conflict=False, expertise__isnull=False) | ~Q(text=""),
                name="declared_in_words",
            ),
        ]

    def __str__(self) -> str:
        return f"declaration {self.pk} of expert {self.expert_id}"

    @property
    def is_standing(self) -> bool:
        """Whether it holds for every expertise."""
        return self.expertise_id is None
