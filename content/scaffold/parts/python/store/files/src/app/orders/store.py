"""The port behind which a store stands."""

from collections.abc import Mapping
from typing import Protocol


class Store(Protocol):
    """Keeps documents by their id."""

    def save(self, id: str, value: Mapping[str, object]) -> None:
        """Keeps a document. The first one under an id stays: whoever repeats a call overwrites nothing."""

    def find(self, id: str) -> dict[str, object] | None:
        """The document with this id, as it was saved."""
