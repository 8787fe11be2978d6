"""The kinds of documents in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DOCUMENT_KINDS: dict[str, Promise] = {
    "draft": _("Text of the draft"),
    "note": _("Justification note"),
    "comparative": _("Comparative table"),
    "costs": _("Cost sheet"),
    "summary": _("Summary of the draft"),
    "position": _("Position"),
    "minutes": _("Minutes of a meeting"),
    "protocol": _("Protocol"),
    "certificate": _("Certificate"),
    "dissent": _("Dissenting opinion"),
    "decision": _("Decision"),
    "adopted": _("Adopted text"),
    "attachment": _("Attachment"),
}
