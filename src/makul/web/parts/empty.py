"""The empty state: what will be here, when, and what to do now."""

from __future__ import annotations

from django import template
from django.template.base import Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


class EmptyNode(template.Node):
    def __init__(self, title: template.NodeList, text: template.NodeList) -> None:
        self.title, self.text = title, text

    def render(self, context: template.Context) -> SafeString:
        title = mark_safe(self.title.render(context).strip())  # noqa: S308 - a rendered template
        text = mark_safe(self.text.render(context).strip())  # noqa: S308 - a rendered template
        return format_html('<div class="empty"><p class="empty-title">{}</p>{}</div>', title, text)


@register.tag
def empty(parser: Parser, token: Token) -> EmptyNode:
    """`{% empty %}Title{% then %}<p>What will be here, when, what to do.</p>{% endempty %}`."""
    title = parser.parse(("then", "endempty"))
    text = template.NodeList()
    if parser.next_token().contents == "then":
        text = parser.parse(("endempty",))
        parser.delete_first_token()
    return EmptyNode(title, text)
