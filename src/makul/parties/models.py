"""Who and where: territories and bodies with their days of life, persons and their mandates."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q


def ends_after_start(start: str, end: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": F(start)}), name=name
    )


class Territory(models.Model):
    """A place as one official list knew it, from a day to a day. Codes come back, names change."""

    class Kind(models.TextChoices):
        COUNTRY = "country"
        OBLAST = "oblast"
        RAION = "raion"
        RAION_OF_CITY = "raion_of_city"
        CITY_REPUBLIC = "city_republic"
        CITY_OBLAST = "city_oblast"
        CITY_RAION = "city_raion"
        URBAN_SETTLEMENT = "urban_settlement"  # a rank abolished in 2024
        AIMAK = "aimak"
        VILLAGE = "village"

    code = models.CharField(max_length=20, db_index=True)
    kind = models.CharField(max_length=16, choices=Kind)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    name_ky = models.CharField(max_length=200, blank=True)
    name_ru = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    search = models.CharField(max_length=600, blank=True, db_index=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    edition_on = models.DateField()
    predecessors = models.ManyToManyField(
        "self", symmetrical=False, related_name="successors", blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "edition_on"], name="territory_code_edition"),
            ends_after_start("valid_from", "valid_to", "territory_days"),
        ]
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name_ky or self.name_ru}"

    def name(self, language: str) -> str:
        """The name in `language`, else one the list gives: a name is a label, not a legal text."""
        return str(getattr(self, f"name_{language}", "") or self.name_ky or self.name_ru)


class ListEdition(models.Model):
    """An official list of territories that was loaded: what it is, of which day, what it covers.

    `covers`: the kinds of which it names every territory; of other kinds it says nothing.
    """

    title = models.CharField(max_length=300)
    edition_on = models.DateField()
    source = models.CharField(max_length=300)
    covers = models.JSONField(default=list)
    rows = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ["edition_on", "pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.edition_on})"


class Party(models.Model):
    """A body that takes part: never keyed by its name, which changes; `key` never does."""

    class Kind(models.TextChoices):
        MINISTRY = "ministry"
        ASSOCIATION = "association"
        DESK = "desk"
        COMMITTEE = "committee"
        PANEL = "panel"
        EXECUTIVE = "executive"  # aiyl okmotu or mayor's office
        KENESH = "kenesh"
        EXPERT = "expert"  # one person, who gives an expertise in their own name

    key = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=16, choices=Kind)
    body_kind = models.CharField(max_length=16, blank=True)  # forms: body.kind
    territory = models.ForeignKey(Territory, null=True, blank=True, on_delete=models.PROTECT)
    oblast = models.CharField(max_length=20, blank=True, db_index=True)  # code, for counting
    name_ky = models.CharField(max_length=300)
    name_ru = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    search = models.CharField(max_length=900, blank=True, db_index=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, default="ky")  # of its paperwork (Order, art. 5)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    predecessors = models.ManyToManyField(
        "self", symmetrical=False, related_name="successors", blank=True
    )
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        constraints = [ends_after_start("valid_from", "valid_to", "party_days")]
        ordering = ["key"]
        verbose_name_plural = "parties"

    def __str__(self) -> str:
        return self.key

    def name(self, language: str) -> str:
        """The name in `language`, else in Kyrgyz, else in what there is: a name is a label, no legal text."""
        own = getattr(self, f"name_{language}", "")
        return str(own or self.name_ky or self.name_ru or self.name_en or self.key)


class Person(models.Model):
    """Someone who signs in. The product names persons by office only, so there is no name here."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    def __str__(self) -> str:
        return f"person {self.pk}"


class Mandate(models.Model):
    """A person acts for a party, in an office, from a day to a day; some may sign."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mandates")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="mandates")
    office_ky = models.CharField(max_length=200)
    office_ru = models.CharField(max_length=200)
    office_en = models.CharField(max_length=200, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    may_sign = models.BooleanField(default=False)
    is_board = models.BooleanField(default=False)  # a member of the association's board: may vote

    class Meta:
        constraints = [ends_after_start("from_on", "to_on", "mandate_days")]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"mandate {self.pk} of {self.party.key}"

    def is_valid_on(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)

    def office(self, language: str) -> str:
        return str(getattr(self, f"office_{language}", "") or self.office_ky)


class KeptForm(models.Model):
    """What someone typed into a form and has not sent yet: kept, so that no lost line loses a word.

    Nobody but the one who typed sees it; it is no step, has no entry and goes when the form is sent.
    """

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="kept_forms")
    address = models.CharField(max_length=200)  # the path of the page with the form
    data = models.JSONField()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mandate", "address"], name="kept_form_once")
        ]

    def __str__(self) -> str:
        return f"form {self.address} of mandate {self.mandate_id}"


class Boundary(models.Model):
    """The line around a territory on the map, as an operator loaded it; none comes with Makul."""

    code = models.CharField(max_length=20, unique=True)  # of the territory, as the registry has it
    rings = models.JSONField()  # [[[longitude, latitude], …], …], simplified when loaded
    source = models.CharField(max_length=300)
    loaded_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "boundaries"

    def __str__(self) -> str:
        return self.code
