"""How Django draws our forms (the renderer), and the form of the sign-in page."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext_lazy as _


class Renderer(DjangoTemplates):
    """`{{ form }}` and `{{ field.as_field_group }}` come out in the design's markup."""

    form_template_name = "web/form/form.html"
    field_template_name = "web/form/field.html"


class SignInForm(AuthenticationForm):
    """User name and password. The two failures are told alike: neither says which names exist."""

    error_messages = {
        "invalid_login": _(
            "This name and password do not go together. Check the keyboard language and capital letters, then try again."
        ),
        "inactive": _("This account is closed. Ask the one who keeps accounts in your body."),
    }
