"""Registers the room `notices` with Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "makul.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
