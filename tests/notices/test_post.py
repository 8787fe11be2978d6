"""Letters go through a real mail server, a folder or the console, and each says what became of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import override_settings

from makul.command.place import free_port
from makul.core.errors import BadInput
from makul.notices.actions import Letter, queue_notice
from makul.notices.models import Notice
from makul.notices.post import ConsolePost, FilePost, SmtpPost, post_office
from makul.parties.models import Party
from tests.notices.conftest import NOW, Server


@pytest.fixture
def notice(party: Party, letter: Letter) -> Notice:
    return queue_notice(letter=letter, party=party, now=NOW)


def test_a_mail_server_takes_the_letter_with_its_due_date(
    notice: Notice, server: tuple[Server, str]
) -> None:
    handler, url = server
    answer = SmtpPost(url).send(notice)
    message = handler.messages[0]
    body = message.get_body()
    calendar = next(iter(message.iter_attachments()))
    assert (answer.is_delivered, answer.text) == (True, "accepted by 127.0.0.1")
    assert message["To"] == "aa01@demo.example"
    assert message["Subject"] == "Долбоор боюнча позицияңыз суралат"
    assert message["Content-Language"] == "ky"
    assert body is not None
    assert body.get_content().splitlines() == ["Урматтуу кесиптештер!", "Жооп бериңиз."]
    assert calendar.get_content_type() == "text/calendar"


@pytest.mark.parametrize(
    ("said", "is_final"),
    [("550 no such mailbox", True), ("451 try again later", False)],
)
def test_a_refusal_is_final_or_not_as_the_server_says(
    notice: Notice, server: tuple[Server, str], said: str, is_final: bool
) -> None:
    handler, url = server
    handler.answers["aa01@demo.example"] = said
    answer = SmtpPost(url).send(notice)
    assert (answer.is_delivered, answer.is_final, answer.text) == (False, is_final, said)
    assert handler.messages == []


def test_a_server_that_is_down_is_tried_again_later(notice: Notice) -> None:
    answer = SmtpPost(f"smtp://127.0.0.1:{free_port()}").send(notice)
    assert (answer.is_delivered, answer.is_final) == (False, False)
    assert answer.text.startswith("ConnectionRefusedError")


def test_a_folder_keeps_each_letter_as_a_file(notice: Notice, tmp_path: Path) -> None:
    answer = FilePost(tmp_path / "mail").send(notice)
    files = list((tmp_path / "mail").iterdir())
    assert answer.is_delivered
    assert [file.name for file in files] == [
        f"{notice.pk:06}-case-2026-0001-notified-demo-aa-01.eml"
    ]


def test_an_address_of_nobody_is_refused_in_the_demonstration(
    notice: Notice, tmp_path: Path
) -> None:
    notice.address = "nobody@demo.example"
    answer = FilePost(tmp_path).send(notice)
    assert (answer.is_delivered, answer.is_final) == (False, True)


def test_the_console_prints_the_letter(notice: Notice, capsys: pytest.CaptureFixture[str]) -> None:
    assert ConsolePost().send(notice).is_delivered
    assert "To: aa01@demo.example" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "kind"),
    [("file", FilePost), ("console", ConsolePost), ("smtp://localhost:25", SmtpPost)],
)
def test_the_setting_names_the_post_office(name: str, kind: type) -> None:
    with override_settings(MAKUL_MAIL=name):
        assert type(post_office()) is kind


def test_an_unknown_post_office_is_refused() -> None:
    with override_settings(MAKUL_MAIL="pigeon"), pytest.raises(BadInput, match="unknown_post"):
        post_office()
