"""The words and parts every page is made of: dates, sums, tags, due chips, terms."""

from django import template

from makul.web.parts import charts, dates, empty, fields, frame, keep, law, terms, words

register = template.Library()

for part in (dates, words, terms, law, fields, frame, empty, keep, charts):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
