"""Registers the room `parties` with Django."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "makul.parties"
    label = "parties"
    default_auto_field = "django.db.models.BigAutoField"
