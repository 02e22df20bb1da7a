"""A placed order carries a signature."""

from app.orders.order import Line, Order
from app.orders.place_order import place_order
from tests.doubles import shop


def test_signs_what_is_to_be_paid() -> None:
    placed = place_order(Order("ord-1", "cus-7", (Line("tea", 2, 450),)), shop())
    assert placed.get("signature") == "signed ord-1:900"
