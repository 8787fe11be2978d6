"""Addresses of the work pages of a case."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
