"""The table of the cache that all web processes share: how often something was tried, for a while."""

from __future__ import annotations

from django.db import models


class Kept(models.Model):
    """A row of Django's database cache; read and written by `django.core.cache` only."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "makul_cache"
        verbose_name_plural = "kept"

    def __str__(self) -> str:
        return self.cache_key
