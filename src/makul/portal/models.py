"""What the search reads: one line for each thing said in public, with its words folded."""

from __future__ import annotations

from django.db import models

from makul.cases.models import Case


class SearchLine(models.Model):
    """One thing that can be found: a title, a provision, a remark, a reply, a body, a bill, a sitting.

    A copy that can be made anew at any time (`makul search rebuild`). `text` is the original
    spelling, that the page shows; `folded` is what is compared: one shape for each letter, blind to
    lost diacritics.
    """

    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE)
    kind = models.CharField(max_length=12)
    ref = models.CharField(max_length=200)  # with kind, case and language: what it was made from
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=400)
    text = models.TextField()
    folded = models.TextField()
    place = models.CharField(
        max_length=300
    )  # where on the site it stands, after the case's address
    year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-case__opened_at", "case", "pk"]
        indexes = [models.Index(fields=["kind", "ref"], name="search_line_kind")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "ref", "language"], name="search_line_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref} ({self.language})"


class SearchState(models.Model):
    """How far the search has read, kept by name: the last entry of the journal, the newest list."""

    name = models.CharField(max_length=40, primary_key=True)
    value = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"
