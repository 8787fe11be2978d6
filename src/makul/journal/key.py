"""The key that signs checkpoints: from the environment or a file of its own, never in the database."""

from __future__ import annotations

import base64
import binascii
import os

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from makul.core.errors import BadInput


def signing_key() -> Ed25519PrivateKey:
    """MAKUL_JOURNAL_KEY (base64 of 32 bytes), else the file `journal.key`, made on first use."""
    given = os.environ.get("MAKUL_JOURNAL_KEY") or _from_file()
    try:
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(given, validate=True))
    except (ValueError, binascii.Error) as error:
        raise BadInput("bad_journal_key") from error


def public_key() -> bytes:
    """The 32 bytes by which anyone checks the signatures."""
    return signing_key().public_key().public_bytes_raw()


def _from_file() -> str:
    file = settings.MAKUL_VAR / "journal.key"
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        # Written aside and linked: of two processes that start at once, one key wins whole.
        draft = file.with_suffix(f".{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()))
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file.read_text().strip()
