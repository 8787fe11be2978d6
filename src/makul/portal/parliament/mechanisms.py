"""The mechanisms of Parliament's side in the order in which the public meets them."""

from __future__ import annotations

from makul.portal.parliament import bills, expertises, protocols, sittings
from makul.portal.parliament.told import Mechanism

MECHANISMS = (
    Mechanism(bills.shelf, bills.group),
    Mechanism(sittings.shelf, sittings.group),
    Mechanism(expertises.shelf, expertises.group),
    Mechanism(protocols.shelf, protocols.group),
)
