"""The key that signs checkpoints: from the environment or a file of its own, never in the database."""

from __future__ import annotations

import base64
import binascii
import os
import threading

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from makul.core.errors import BadInput


def signing_key(*, last_signer: str = "") -> Ed25519PrivateKey:
    """MAKUL_JOURNAL_KEY (base64 of 32 bytes), else the file `journal.key`, made on first use.

    `last_signer`: the public key of the last checkpoint in hex; those who trust it would see a stranger
    sign. Raises: BadInput `bad_journal_key`; `journal_key_lost` where this is not its key, unless
    MAKUL_JOURNAL_KEY_NEW=1 says to go on with another.
    """
    must_be_known = bool(last_signer) and os.environ.get("MAKUL_JOURNAL_KEY_NEW") != "1"
    given = os.environ.get("MAKUL_JOURNAL_KEY") or _from_file(may_make=not must_be_known)
    try:
        private = Ed25519PrivateKey.from_private_bytes(base64.b64decode(given, validate=True))
    except (ValueError, binascii.Error) as error:
        raise BadInput("bad_journal_key") from error
    if must_be_known and private.public_key().public_bytes_raw().hex() != last_signer:
        raise BadInput("journal_key_lost")
    return private


def public_key(*, last_signer: str = "") -> bytes:
    """The 32 bytes by which anyone checks the signatures. Raises: as `signing_key`."""
    return signing_key(last_signer=last_signer).public_key().public_bytes_raw()


def _from_file(*, may_make: bool) -> str:
    file = settings.MAKUL_VAR / "journal.key"
    if not file.exists() and not may_make:
        raise BadInput("journal_key_lost")
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        # Written aside and linked: of two that start at once, processes or threads, one key wins whole.
        draft = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
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
