"""Registers the room `budget` with Django."""

from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "makul.budget"
    label = "budget"
    default_auto_field = "django.db.models.BigAutoField"
