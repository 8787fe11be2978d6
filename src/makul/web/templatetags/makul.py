"""The words and parts every page is made of: dates, sums, tags, due chips, terms."""

from django import template

register = template.Library()
