"""Registers the room `drafts` with Django."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "makul.drafts"
    label = "drafts"
    default_auto_field = "django.db.models.BigAutoField"
