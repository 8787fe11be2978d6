"""Every address of the product; each room keeps its own list."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from makul.web import errors, views

ROOMS = (
    *("accounts", "parties", "documents", "bills"),
    *("drafts", "sittings", "expertise", "budget"),
    *("portal", "cases", "notices"),
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/password/", views.sign_in_by_password, name="sign_in_by_password"),
    path("sign-in/as/<int:pk>/", views.sign_in_as, name="sign_in_as"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("mandate/", views.switch_mandate, name="switch_mandate"),
    *(path("", include(f"makul.{room}.urls")) for room in ROOMS if find_spec(f"makul.{room}.urls")),
]

if settings.DEBUG or settings.MAKUL_DEMO:
    from makul.web import components

    urlpatterns.append(path("components/", components.components, name="components"))

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
