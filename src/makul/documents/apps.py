"""Registers the room `documents` with Django."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "makul.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"
