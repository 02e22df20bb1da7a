"""The composition root: the one place that knows what stands behind the ports of the logic."""

from datetime import UTC, datetime

# <% slot flags-import %>
# <% slot secrets-import %>
# <% slot store-import %>
from app.orders.shop import Shop
# <% slot signing-import %>

# Made while the function starts, when it has the most computing power, and used by every call after that.
shop = Shop(
    clock=lambda: datetime.now(UTC),
    # <% slot ports %>
)
