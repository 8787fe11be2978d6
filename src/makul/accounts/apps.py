"""Registers the room `accounts` with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "makul.accounts"
    label = "makul_accounts"
    default_auto_field = "django.db.models.BigAutoField"
