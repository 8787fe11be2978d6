"""The post offices a letter can go through: SMTP, a folder of files, the console."""

from __future__ import annotations

import re
import smtplib
import sys
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from django.conf import settings

from makul.core.errors import BadInput
from makul.notices.links import body_sent
from makul.notices.models import Notice

SECONDS = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What the post office said: delivered to the address, refused for good, or try again."""

    is_delivered: bool
    is_final: bool
    text: str

    @staticmethod
    def delivered(text: str) -> Answer:
        return Answer(True, True, text)

    @staticmethod
    def refused(text: str) -> Answer:
        return Answer(False, True, text)

    @staticmethod
    def later(text: str) -> Answer:
        return Answer(False, False, text)


class PostOffice(Protocol):
    """Takes a letter and answers; it never raises for what the other side says."""

    def send(self, notice: Notice) -> Answer: ...


class Carrier:
    """A post office that carries a letter of the outbox and any other message alike."""

    def send(self, notice: Notice) -> Answer:
        return self.carry(message_of(notice), name=f"{notice.pk:06}-{notice.key}")

    def carry(self, message: EmailMessage, *, name: str) -> Answer:
        """`name` says which letter it is, for those who keep letters as files."""
        raise NotImplementedError


def written(
    *, to: str, title: str, body: str, language: str, key: str, at: datetime
) -> EmailMessage:
    """A plain letter as e-mail; it says of itself that a machine wrote it, so that none answers it."""
    message = EmailMessage()
    message["From"] = settings.DEFAULT_FROM_EMAIL
    message["To"] = to
    message["Subject"] = " ".join(title.split())
    message["Date"] = formatdate(at.timestamp())
    message["Message-ID"] = make_msgid(key, settings.MAKUL_ORIGIN)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body)
    # Last: giving a message its content takes away the headers that speak of content.
    message["Content-Language"] = language
    return message


def message_of(notice: Notice) -> EmailMessage:
    """The letter as e-mail: plain text with its one-time address, the due date as iCalendar."""
    message = written(
        to=notice.address,
        title=notice.title,
        body=body_sent(notice),
        language=notice.language,
        key=str(notice.pk),
        at=notice.created_at,
    )
    if notice.calendar:
        del message["Content-Language"]
        message.add_attachment(
            notice.calendar.encode(),
            maintype="text",
            subtype="calendar",
            filename="makul.ics",
            params={"method": "PUBLISH", "charset": "utf-8"},
        )
        message["Content-Language"] = notice.language
    return message


class SmtpPost(Carrier):
    """A real mail server. What it accepts for the address is delivered; 5xx is refused for good."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.host, self.port = parts.hostname or "localhost", parts.port or 25
        self.user, self.password = unquote(parts.username or ""), unquote(parts.password or "")
        self.secure = parts.scheme == "smtps"

    def carry(self, message: EmailMessage, *, name: str) -> Answer:
        try:
            return self._send(message)
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            return self._answer(code, said)
        except smtplib.SMTPResponseException as error:
            return self._answer(error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPException) as error:
            return Answer.later(f"{type(error).__name__}: {error}")

    def _send(self, message: EmailMessage) -> Answer:
        kind = smtplib.SMTP_SSL if self.secure else smtplib.SMTP
        with kind(self.host, self.port, timeout=SECONDS) as server:
            if self.user:
                if not self.secure:
                    server.starttls()
                server.login(self.user, self.password)
            server.send_message(message)
        return Answer.delivered(f"accepted by {self.host}")

    @staticmethod
    def _answer(code: int, said: bytes | str) -> Answer:
        text = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
        final = 500 <= code < 600
        return Answer(False, final, f"{code} {text}")


class FilePost(Carrier):
    """For demonstrations: each letter becomes a file; an address that begins with `nobody@` refuses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def carry(self, message: EmailMessage, *, name: str) -> Answer:
        if message["To"].startswith("nobody@"):
            return Answer.refused("550 no such mailbox (demonstration)")
        self.folder.mkdir(parents=True, exist_ok=True)
        safe = re.sub(r"[^a-z0-9-]+", "-", name.lower())
        (self.folder / f"{safe}.eml").write_bytes(message.as_bytes())
        return Answer.delivered(f"written to {self.folder.name}")


class ConsolePost(Carrier):
    """For development: each letter is printed."""

    def carry(self, message: EmailMessage, *, name: str) -> Answer:
        sys.stdout.write(f"{message.as_string()}\n")
        return Answer.delivered("printed")


def post_office() -> Carrier:
    """The post office named by MAKUL_MAIL. Raises BadInput `unknown_post`."""
    name = settings.MAKUL_MAIL
    if name == "file":
        return FilePost(Path(settings.MAKUL_MAIL_FOLDER))
    if name == "console":
        return ConsolePost()
    if name.startswith(("smtp://", "smtps://")):
        return SmtpPost(name)
    raise BadInput("unknown_post", name=name)
