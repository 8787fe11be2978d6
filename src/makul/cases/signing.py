"""Who vouches for a signature: today the mandate of the one signed in; a qualified one plugs in here."""

from __future__ import annotations

from typing import Protocol

from makul.core.errors import BadInput
from makul.parties.models import Mandate


class SignatureVerifier(Protocol):
    """Vouches that `mandate` signed the bytes whose SHA-256 is given, by `proof`."""

    method: str

    def verify(self, *, sha256: str, proof: str, mandate: Mandate) -> None:
        """Raises BadInput `signature_not_valid` where the proof does not hold."""


class MandateVerifier:
    """A simple electronic signature: signed in, holding a mandate to sign, naming the digest seen.

    It proves what this system can: who was signed in and which bytes were shown. It is not a
    qualified signature, and says so wherever it is shown.
    """

    method = "mandate"

    def verify(self, *, sha256: str, proof: str, mandate: Mandate) -> None:
        if not mandate.may_sign or len(sha256) != 64:
            raise BadInput("signature_not_valid")


VERIFIER: SignatureVerifier = MandateVerifier()
