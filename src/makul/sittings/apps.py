"""Registers the room `sittings` with Django."""

from django.apps import AppConfig


class SittingsConfig(AppConfig):
    name = "makul.sittings"
    label = "sittings"
    default_auto_field = "django.db.models.BigAutoField"
