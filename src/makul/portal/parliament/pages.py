"""The answers of the API on Parliament's side: records in pages."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from makul.portal.api.schemas import Page
from makul.portal.opendata.schemas import column
from makul.portal.parliament.records import (
    AlertRecord,
    BillDetail,
    BillRecord,
    ExpertiseRecord,
    SittingRecord,
    SpecialItemRecord,
)

__all__ = ["AlertPage", "BillDetail", "BillPage", "ExpertisePage", "SittingPage", "SpecialItemPage"]


class BillPage(Page):
    """A page of bills."""

    items: list[BillRecord] = column(_("The records of this page"), None)


class AlertPage(Page):
    """A page of alerts."""

    items: list[AlertRecord] = column(_("The records of this page"), None)


class SittingPage(Page):
    """A page of sittings."""

    items: list[SittingRecord] = column(_("The records of this page"), None)


class ExpertisePage(Page):
    """A page of expertises."""

    items: list[ExpertiseRecord] = column(_("The records of this page"), None)


class SpecialItemPage(Page):
    """A page of items of special protocols."""

    items: list[SpecialItemRecord] = column(_("The records of this page"), None)
