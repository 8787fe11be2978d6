"""Registers the room `bills` with Django."""

from django.apps import AppConfig


class BillsConfig(AppConfig):
    name = "makul.bills"
    label = "bills"
    default_auto_field = "django.db.models.BigAutoField"
