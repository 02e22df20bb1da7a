"""A placed order is kept as it was placed."""

from app.orders.order import Line, Order
from app.orders.place_order import place_order
from tests.doubles import shop


def test_keeps_the_order() -> None:
    here = shop()
    placed = place_order(Order("ord-1", "cus-7", (Line("tea", 2, 450),)), here)
    assert here.store.find("ord-1") == placed
