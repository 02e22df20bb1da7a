"""What is an order, and what is not."""

import json
from typing import Any

import pytest

from app.orders.order import Line, Order, Rejected, is_order_id, parse_order, read_order

GOOD: dict[str, Any] = {
    "id": "ord-1001",
    "customer": "cus-7",
    "lines": [{"sku": "tea-green-100", "quantity": 2, "unitPrice": 450}],
}


def line(**changes: object) -> dict[str, object]:
    """A good order with one line that is changed."""
    return {**GOOD, "lines": [{**GOOD["lines"][0], **changes}]}


def test_reads_an_order() -> None:
    expected = Order("ord-1001", "cus-7", (Line("tea-green-100", 2, 450),))
    assert read_order(json.dumps(GOOD)) == expected
    assert read_order(json.dumps(GOOD).encode()) == expected


def test_ignores_what_it_does_not_know() -> None:
    assert parse_order({**GOOD, "total": 1, "admin": True}) == parse_order(GOOD)


@pytest.mark.parametrize(
    "text", ["", "{", "nonsense", b"\xff\xfe\xfd", "[" * 100_000, "9" * 5_000], ids=range(6)
)
def test_rejects_what_is_no_json(text: str | bytes) -> None:
    assert read_order(text) == Rejected(("the order is not valid JSON",))


@pytest.mark.parametrize("document", [None, 1, "ord-1", [], [GOOD]])
def test_rejects_what_is_no_object(document: object) -> None:
    assert parse_order(document) == Rejected(("the order must be a JSON object",))


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ({**GOOD, "id": ""}, "id must be"),
        ({**GOOD, "id": "a" * 65}, "id must be"),
        ({**GOOD, "id": "../ord-1"}, "id must be"),
        ({**GOOD, "id": "ord-1\n"}, "id must be"),
        ({**GOOD, "id": 7}, "id must be"),
        ({**GOOD, "id": "day-2026-11-22"}, "id must not begin with"),
        ({**GOOD, "customer": None}, "customer must be"),
        ({**GOOD, "lines": []}, "lines must be"),
        ({**GOOD, "lines": GOOD["lines"] * 101}, "lines must be"),
        ({**GOOD, "lines": "tea"}, "lines must be"),
        ({**GOOD, "lines": [1]}, "lines[0] must be"),
        (line(sku=""), "lines[0].sku"),
        (line(sku="a" * 65), "lines[0].sku"),
        (line(quantity=0), "lines[0].quantity"),
        (line(quantity=1_001), "lines[0].quantity"),
        (line(quantity=1.5), "lines[0].quantity"),
        (line(quantity=True), "lines[0].quantity"),
        (line(quantity="2"), "lines[0].quantity"),
        (line(unitPrice=-1), "lines[0].unitPrice"),
        (line(unitPrice=10_000_001), "lines[0].unitPrice"),
    ],
)
def test_says_what_is_wrong(document: object, problem: str) -> None:
    rejected = parse_order(document)
    assert isinstance(rejected, Rejected)
    assert len(rejected.problems) == 1
    assert rejected.problems[0].startswith(problem)


def test_says_everything_that_is_wrong_at_once() -> None:
    rejected = parse_order({"lines": [{}]})
    assert isinstance(rejected, Rejected)
    assert len(rejected.problems) == 5


def test_takes_what_is_just_allowed() -> None:
    most = {"sku": "a" * 64, "quantity": 1_000, "unitPrice": 10_000_000}
    least = {"sku": "a", "quantity": 1, "unitPrice": 0}
    assert isinstance(parse_order({**GOOD, "id": "a" * 64, "lines": [most, least] * 50}), Order)


def test_knows_ids_of_orders() -> None:
    assert is_order_id("ord-1001")
    assert not is_order_id("day-2026-11-22")
    assert not is_order_id("../secrets")
    assert not is_order_id(None)
