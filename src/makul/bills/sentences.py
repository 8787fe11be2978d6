"""What each refusal of this room says to a person: what happened, why, and what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    # the file as a whole
    "bills_not_text": _(
        "The file is no text in UTF-8, perhaps a spreadsheet. Save it as CSV UTF-8 and hand it in again."
    ),
    "bills_too_big": _("The file is larger than {limit_mb} MB. Hand it in by parts."),
    "bills_empty": _(
        "The file holds no table. Its first line names the columns; see the form of the file."
    ),
    "bills_no_column": _("The column {name} is missing in the first line. Known are: {known}."),
    "bills_twice_column": _("The column {name} stands twice in the first line. Leave one."),
    "bills_not_json": _("This is no list of bills in JSON. See the form of the file."),
    # one row of it
    "row_unreadable": _(
        "The row cannot be read: a quote is left open, or it is no table of values. Close the quote."
    ),
    "row_cells": _(
        "The row has {found} cells and the first line {wanted}. Put text with commas between quotes."
    ),
    "row_not_utf8": _("{field} holds letters that are not UTF-8. Save the file as UTF-8."),
    "row_not_text": _("{field} is no text. Put it between quotes."),
    "row_lacks": _("{field} is empty. Fill it in."),
    "row_no_title": _("There is no title. Fill in title_ky or title_ru."),
    "row_too_long": _("{field} is longer than {longest} characters. Shorten it."),
    "row_too_many": _("The row names more than {most} events. Leave the newest."),
    "row_bad_day": _("{field} is “{value}”. Write the day like 2026-04-01."),
    "row_unknown_word": _("{field} is “{value}”. Write one of: {known}."),
    "row_bad_address": _(
        "The address “{value}” does not begin with http:// or https://. Correct it or leave it empty."
    ),
    "row_bad_event": _(
        "The event “{value}” cannot be read. Write a day, a kind, and readings or provisions; see the form of the file."
    ),
    "row_no_case": _("There is no conciliation {value}. Correct its number or leave it empty."),
    "row_twice": _("The number {value} stands in line {first} already. Leave one of the two."),
    # findings and answers
    "unknown_event": _("This is no event of a bill. Load the page again and choose one."),
    "unknown_finding": _("Say yes or no: does the bill touch local communities?"),
    "other_world": _(
        "Invented bills are the work of invented bodies, real ones of real bodies. Change the mandate at the top of the page."
    ),
    "not_a_conciliation": _("Case {number} is no conciliation of a draft. Name another number."),
    "alert_answered": _("This has been answered already. Load the page again to see how."),
    "has_case": _("The bill has a conciliation already. Load the page again to see it."),
    "no_opinion": _(
        "The opinion is not ready, or it was drawn up for another association. Wait a minute and load the page again."
    ),
    "no_reason": _("Write why it is let be: the reason is public."),
}
