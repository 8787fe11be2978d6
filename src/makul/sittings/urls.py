"""Addresses of the room `sittings`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
