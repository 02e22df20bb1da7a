"""The port behind which feature flags stand."""

from typing import Protocol


class Flags(Protocol):
    """Says whether something that is deployed is released as well."""

    def is_on(self, flag: str) -> bool:
        """Whether a flag is on. One that nobody knows is off."""
