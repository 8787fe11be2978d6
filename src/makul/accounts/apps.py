"""Registers the room `accounts` with Django, and listens to what allauth tells of signing in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "makul.accounts"
    label = "makul_accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.account.signals import password_changed, password_set, user_logged_in
        from allauth.mfa.signals import authenticator_added, authenticator_removed

        from makul.accounts import audit
        from makul.accounts.views import account, arrival

        audit.listen()
        user_logged_in.connect(arrival.arrived, dispatch_uid="makul.arrived")
        for signal in (authenticator_added, authenticator_removed):
            signal.connect(arrival.factors_changed, dispatch_uid="makul.factors_changed")
        for signal in (password_changed, password_set):
            signal.connect(account.end_others_after_password, dispatch_uid="makul.end_others")
