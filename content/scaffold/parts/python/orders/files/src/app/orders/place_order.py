"""Placing an order that has been checked."""

from typing import <% placed-typing %>

from app.orders.order import LineDocument, Order
from app.orders.shop import Shop
# <% slot constants %>


class PlacedOrder(TypedDict):
    """An order that is placed, as JSON."""

    id: str
    customer: str
    lines: list[LineDocument]
    # What the customer pays, in whole cents.
    total: int
    # <% slot fields %>
    placedAt: str


def place_order(order: Order, shop: Shop) -> PlacedOrder:
    """Works out what an order costs and what else it needs."""
    placed: PlacedOrder = {
        "id": order.id,
        "customer": order.customer,
        "lines": [line.to_document() for line in order.lines],
        "total": sum(line.quantity * line.unit_price for line in order.lines),
        "placedAt": shop.now(),
    }
    # <% slot price %>
    # <% slot sign %>
    # <% slot keep %>
    return placed
