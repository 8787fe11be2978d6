"""Letters about an account go by the post office of all letters; a mail server is asked three times."""

from __future__ import annotations

import time
from email.message import EmailMessage
from typing import Any

import pytest
from django.utils import timezone

from makul.accounts.mail import PAUSE_SECONDS, TRIES, carry, send
from makul.notices.models import Notice
from makul.notices.post import Answer, Carrier
from tests.accounts.conftest import words_of
from tests.notices.conftest import Server, server  # noqa: F401 - a fixture


class Post(Carrier):
    """A post office whose answers are known beforehand."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)

    def carry(self, message: EmailMessage, *, name: str) -> Answer:
        return self.answers.pop(0)


def letter() -> dict[str, Any]:
    said = {"to": "aigul@example.kg", "title": "Код", "body": "123456", "language": "ky"}
    return said | {"at": timezone.now()}


@pytest.mark.django_db
def test_a_letter_is_written_and_kept_nowhere_else(posted: Any) -> None:
    send(**letter())
    [message] = posted()
    assert (message["Subject"], words_of(message).strip()) == ("Код", "123456")
    assert Notice.objects.count() == 0


def test_a_mail_server_gets_it_aside_from_the_page(
    server: tuple[Server, str],  # noqa: F811
    settings: Any,
) -> None:
    handler, settings.MAKUL_MAIL = server
    send(**letter())
    until = time.monotonic() + 5
    while not handler.messages and time.monotonic() < until:
        time.sleep(0.01)
    assert [one["To"] for one in handler.messages] == ["aigul@example.kg"]


def test_a_server_that_asks_for_patience_is_asked_three_times() -> None:
    later, waited = Answer.later("451"), []
    post = Post(*[later] * TRIES)
    assert carry(post, EmailMessage(), "x", wait=waited.append) == later
    assert (post.answers, waited) == ([], [PAUSE_SECONDS] * (TRIES - 1))


@pytest.mark.parametrize("answer", [Answer.delivered("ok"), Answer.refused("550")])
def test_an_answer_for_good_is_not_asked_again(answer: Answer) -> None:
    post = Post(Answer.later("451"), answer, Answer.later("never"))
    assert carry(post, EmailMessage(), "x", wait=lambda _seconds: None) == answer
    assert len(post.answers) == 1
