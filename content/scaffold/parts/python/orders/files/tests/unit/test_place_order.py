"""Placing an order."""

from app.orders.order import Line, Order
from app.orders.place_order import place_order
from tests.doubles import shop

ORDER = Order("ord-1", "cus-7", (Line("tea", 2, 450), Line("mug", 1, 900)))


def test_works_out_the_total() -> None:
    assert place_order(ORDER, shop())["total"] == 1_800


def test_says_what_was_ordered_by_whom_and_when() -> None:
    placed = place_order(ORDER, shop())
    assert (placed["id"], placed["customer"]) == ("ord-1", "cus-7")
    assert placed["lines"] == [
        {"sku": "tea", "quantity": 2, "unitPrice": 450},
        {"sku": "mug", "quantity": 1, "unitPrice": 900},
    ]
    assert placed["placedAt"] == "2026-11-23T02:00:03.000Z"
