"""What the logic needs from the outside. Adapters bring it, the composition root puts it together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
# <% slot gap %>
# <% slot import-flags %>
# <% slot import-signing %>
# <% slot import-store %>


@dataclass(frozen=True, slots=True)
class Shop:
    """Everything that the logic works with."""

    clock: Callable[[], datetime]
    # <% slot ports %>

    def now(self) -> str:
        """This moment as it is written in documents: ISO 8601, UTC."""
        now = self.clock().astimezone(UTC)
        return now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
