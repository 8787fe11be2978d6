"""The mechanisms of Parliament's side in the order in which the public meets them."""

from __future__ import annotations

from makul.portal.parliament import bills
from makul.portal.parliament.told import Mechanism

MECHANISMS = (Mechanism(bills.shelf, bills.group),)
