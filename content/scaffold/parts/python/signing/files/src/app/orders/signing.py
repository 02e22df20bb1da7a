"""Signatures, which prove that a text came from here and was not changed."""

import hashlib
import hmac
from collections.abc import Callable
from typing import Protocol


class Signer(Protocol):
    """The port behind which signatures are made."""

    def sign(self, text: str) -> str:
        """The signature of a text."""


class HmacSigner:
    """Signs with HMAC-SHA256. It asks for the key each time, so that a new key is used as soon as it is there."""

    def __init__(self, key: Callable[[], str]) -> None:
        self._key = key

    def sign(self, text: str) -> str:
        """The signature in hexadecimal."""
        return hmac.new(self._key().encode(), text.encode(), hashlib.sha256).hexdigest()
