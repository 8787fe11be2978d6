"""A process that files without end, to be killed at any moment: a row and its entry, again and again."""

import json
import os
import sys
from datetime import UTC, datetime


def set_up():
    """Django on the database of the test that started this process."""
    import django
    from django.conf import settings

    settings.DATABASES["default"].update(json.loads(os.environ["WRITER_DATABASE"]))
    settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
    django.setup()


def write(name, count):
    from django.contrib.sessions.models import Session
    from django.db import transaction

    from makul.journal import actions

    for number in range(count):
        now, key = datetime.now(UTC), f"{name}-{number}"
        with transaction.atomic():
            Session.objects.create(session_key=key, session_data="", expire_date=now)
            actions.record(subject="x", action="filed", party=name, at=now, data={"row": key})
        if number % 10 == 5:
            actions.make_checkpoint(at=now)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    set_up()
    write(sys.argv[1], int(sys.argv[2]))
