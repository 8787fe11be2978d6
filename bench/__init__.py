"""Measures what Makul promises to reach: one module a measurement, each on data it makes itself.

Every module has `measure(size, *, say) -> dict`: it works in the database that is open, tells its
progress to `say`, and returns what stands under its name in the JSON.
"""

from __future__ import annotations

PARTS = (
    *("case_list", "act_page", "consultations", "merge", "judge", "journal"),
    *("protocol", "search", "read", "bills", "simulation", "assets"),
)
PURE = frozenset(
    {"judge", "read", "simulation"}
)  # these ask no database, so none is made for them alone
