"""What an order is, and how to tell one from nonsense."""

import json
import re
from dataclasses import dataclass
from typing import TypedDict

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
# The store keeps closed days beside orders; nobody may order a day.
_RESERVED = "day-"
_MAX_LINES = 100
_MAX_SKU = 64
_MAX_QUANTITY = 1_000
_MAX_UNIT_PRICE = 10_000_000


class LineDocument(TypedDict):
    """A line as JSON."""

    sku: str
    quantity: int
    unitPrice: int


@dataclass(frozen=True, slots=True)
class Line:
    """So many of one article. Prices are whole cents: fractions of binary numbers lose money."""

    sku: str
    quantity: int
    unit_price: int

    def to_document(self) -> LineDocument:
        """As it is written in JSON."""
        return {"sku": self.sku, "quantity": self.quantity, "unitPrice": self.unit_price}


@dataclass(frozen=True, slots=True)
class Order:
    """An order that has been checked: whoever holds one need not check again."""

    id: str
    customer: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why something is not taken as an order. The problems name fields and never repeat what they hold."""

    problems: tuple[str, ...]
    conflict: bool = False


def is_order_id(value: object) -> bool:
    """Whether something can be the id of an order."""
    return _is_id(value) and not str(value).startswith(_RESERVED)


def read_order(text: str | bytes) -> Order | Rejected:
    """The order that a JSON text holds, or why it is none."""
    try:
        document: object = json.loads(text)
    # Text that is no JSON, bytes that are no text, and brackets nested without end.
    except (ValueError, RecursionError):
        return Rejected(("the order is not valid JSON",))
    return parse_order(document)


def parse_order(document: object) -> Order | Rejected:
    """The order that a JSON document holds, or everything that is wrong with it at once."""
    if not isinstance(document, dict):
        return Rejected(("the order must be a JSON object",))
    id, customer, lines = (document.get(name) for name in ("id", "customer", "lines"))
    problems = [
        f"{name} must be 1 to 64 of A-Z a-z 0-9 _ -"
        for name, value in (("id", id), ("customer", customer))
        if not _is_id(value)
    ]
    if _is_id(id) and not is_order_id(id):
        problems.append(f"id must not begin with {_RESERVED}")
    parsed: list[Line] = []
    if not isinstance(lines, list) or not 1 <= len(lines) <= _MAX_LINES:
        problems.append(f"lines must be a list of 1 to {_MAX_LINES} lines")
    else:
        for index, line in enumerate(lines):
            found = _line_problems(line, f"lines[{index}]")
            problems.extend(found)
            if not found:
                parsed.append(Line(line["sku"], line["quantity"], line["unitPrice"]))
    if problems:
        return Rejected(tuple(problems))
    return Order(str(id), str(customer), tuple(parsed))


def _line_problems(line: object, where: str) -> list[str]:
    if not isinstance(line, dict):
        return [f"{where} must be a JSON object"]
    problems = []
    sku = line.get("sku")
    if not isinstance(sku, str) or not 1 <= len(sku) <= _MAX_SKU:
        problems.append(f"{where}.sku must be 1 to {_MAX_SKU} characters")
    if not _is_whole(line.get("quantity"), 1, _MAX_QUANTITY):
        problems.append(f"{where}.quantity must be a whole number from 1 to {_MAX_QUANTITY}")
    if not _is_whole(line.get("unitPrice"), 0, _MAX_UNIT_PRICE):
        problems.append(f"{where}.unitPrice must be whole cents from 0 to {_MAX_UNIT_PRICE}")
    return problems


def _is_id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _is_whole(value: object, least: int, most: int) -> bool:
    # To Python, true is a whole number; to whoever sends an order it is not.
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
