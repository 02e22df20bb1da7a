"""Stand-ins for what the logic needs from the outside. They show what they were asked for."""

# <% slot stdlib %>
from datetime import UTC, datetime

from app.orders.shop import Shop

NOW = datetime(2026, 11, 23, 2, 0, 3, tzinfo=UTC)
# <% slot doubles %>


def shop() -> Shop:
    """A shop whose clock stands still."""
    return Shop(
        clock=lambda: NOW,
        # <% slot ports %>
    )
