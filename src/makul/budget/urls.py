"""Addresses of the room `budget`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
