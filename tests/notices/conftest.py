"""A party with an address and a letter to it; a real mail server that says what it is told to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from makul.command.place import free_port
from makul.notices.actions import Letter
from makul.parties.models import Party

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture
def party(db: None) -> Party:
    return Party.objects.create(
        key="demo-aa-01",
        kind=Party.Kind.EXECUTIVE,
        name_ky="№ 1 айыл аймагы (көрсөтмө)",
        name_ru="Айылный аймак № 1 (демонстрация)",
        email="aa01@demo.example",
        is_demonstration=True,
    )


@pytest.fixture
def letter() -> Letter:
    return Letter(
        kind="notified",
        subject="case:2026-0001",
        language="ky",
        title="Долбоор боюнча\nпозицияңыз суралат",
        body="Урматтуу кесиптештер!\nЖооп бериңиз.",
        calendar="BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    )


class Server:
    """A mail server of the tests: keeps what it took, answers a recipient as `answers` says."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.answers: dict[str, str] = {}

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.answers.get(address, "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        self.messages.append(message_from_bytes(content, policy=policy.default))  # type: ignore[arg-type]
        return "250 taken"


@pytest.fixture
def server() -> Iterator[tuple[Server, str]]:
    handler = Server()
    port = free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, f"smtp://127.0.0.1:{port}"
    controller.stop()
