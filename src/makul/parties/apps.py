"""Registers the room `parties` with Django."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class PartiesConfig(AppConfig):
    name = "makul.parties"
    label = "parties"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from makul.parties.ordering import teach

        connection_created.connect(teach, dispatch_uid="makul_sort_key")
