"""What each refusal of a file says to a person: what happened, why, and what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "too_big": _(
        "The file is larger than {limit_mb} MB. Take the pictures out of it or send it in parts."
    ),
    "empty_file": _("The file {name} is empty. Choose the one that holds the text."),
    "empty_text": _(
        "There is no text in {name}; perhaps it holds only pictures. Send the text itself as Word (.docx)."
    ),
    "legacy_doc": _(
        "{name} is of the old Word format (.doc). Open it, choose “Save as” and “Word document (.docx)”, then send that one."
    ),
    "encrypted": _(
        "{name} is protected by a password. Take the password off in Word and save it again, then send it."
    ),
    "pdf_only": _(
        "{name} is a PDF, and remarks need a text that can be read by article. Send the Word file (.docx) it was printed from."
    ),
    "rtf_file": _(
        "{name} is RTF. Open it in Word, save it as “Word document (.docx)” and send that one."
    ),
    "unknown_kind": _(
        "{name} is not a kind of file that is taken here. Texts are sent as Word (.docx) or plain text (.txt), attachments also as PDF, PNG or JPG."
    ),
    "broken_file": _(
        "{name} cannot be opened: it is damaged, or is not what its name says. Open it on your computer, save it again and send it once more."
    ),
    "zip_bomb": _(
        "{name} unpacks to far more than a document holds and was not opened. Save the text as a new Word file and send that one."
    ),
    "unsafe_xml": _(
        "{name} holds instructions that no document needs and was not opened. Copy the text into a new Word file and send that one."
    ),
    "tracked_changes": _(
        "{name} holds tracked changes, so it is not clear which text is meant. In Word accept or reject all of them, save and send it again."
    ),
    "other_language": _(
        "{name} is written in another language than the one it was put in for. Put it in the place of its own language."
    ),
    "too_long": _("The text is too long: at most {limit} characters or paragraphs. Shorten it."),
    "long_paragraph": _(
        "{name} has a paragraph of {letters} letters, and at most {limit} are read. Part it as the act itself is parted, then send it."
    ),
    "no_such_version": _("There is no such version of this document. Choose one of those listed."),
    "not_comparable": _(
        "Only texts that were read into provisions can be compared word by word: drafts and adopted acts."
    ),
}
