

class Shelf:
    """A store that is a dictionary."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, object]] = {}

    def save(self, id: str, value: Mapping[str, object]) -> None:
        """Puts a document on the shelf, unless one stands there."""
        self._kept.setdefault(id, dict(value))

    def find(self, id: str) -> dict[str, object] | None:
        """The document that stands there."""
        return self._kept.get(id)
