"""Addresses of the room `bills`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
