"""The discount on either side of its switch."""

from dataclasses import replace

import pytest

from app.orders.order import Line, Order
from app.orders.place_order import PlacedOrder, place_order
from tests.doubles import Switches, shop


def place(total: int, *flags: str) -> PlacedOrder:
    """Places an order of this much, with these flags on."""
    order = Order("ord-1", "cus-7", (Line("tea", 1, total),))
    return place_order(order, replace(shop(), flags=Switches(*flags)))


@pytest.mark.parametrize(
    ("total", "discount"), [(10_001, 500), (10_010, 501), (10_030, 502), (12_900, 645)]
)
def test_takes_five_percent_off_large_totals(total: int, discount: int) -> None:
    placed = place(total, "order-discount")
    assert placed.get("discount") == discount
    assert placed["total"] == total - discount


def test_takes_nothing_off_other_totals() -> None:
    placed = place(10_000, "order-discount")
    assert placed["total"] == 10_000
    assert "discount" not in placed


def test_takes_nothing_off_when_the_flag_is_off() -> None:
    placed = place(12_900, "something-else")
    assert placed["total"] == 12_900
    assert "discount" not in placed
