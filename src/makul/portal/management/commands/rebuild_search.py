"""`./makul manage rebuild_search`: makes the copy that the search reads anew, from what is public."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from makul.portal.actions import rebuild_search


class Command(BaseCommand):
    help = "Make the copy that the search reads anew, from what is public."

    def handle(self, **options: Any) -> None:
        lines = rebuild_search(now=timezone.now())
        self.stdout.write(f"The search reads {lines} lines.")
