"""Registers the room `expertise` with Django."""

from django.apps import AppConfig


class ExpertiseConfig(AppConfig):
    name = "makul.expertise"
    label = "expertise"
    default_auto_field = "django.db.models.BigAutoField"
