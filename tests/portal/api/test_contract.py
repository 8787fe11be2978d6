"""Schemathesis asks every operation thousands of odd things; the API keeps to its own description."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings

from makul.bills.models import Bill
from makul.cases.models import Case
from makul.portal.api.description import description

schema = schemathesis.openapi.from_dict(description())
schema.app = get_wsgi_application()


@pytest.fixture
def open_connection() -> Iterator[None]:
    """The WSGI application closes connections it thinks are its own; this one belongs to the test."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_the_api_keeps_to_its_description(
    case: schemathesis.Case, finished: Case, house: Bill, open_connection: None
) -> None:
    case.call_and_validate(headers={"Host": "localhost"})
