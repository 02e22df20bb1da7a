"""Reading back what was placed."""

import json
from typing import Any

import pytest

from app.aws.dependencies import shop
from local.invoke import invoke, sample


def get(path: str) -> dict[str, Any]:
    """What the function answers to a GET."""
    event = sample("http")
    event["rawPath"] = event["requestContext"]["http"]["path"] = path
    event["requestContext"]["http"]["method"] = "GET"
    answer: dict[str, Any] = invoke("http", {**event, "body": None})
    return answer


def test_finds_what_was_placed() -> None:
    placed = invoke("http", sample("http"))
    found = get("/orders/ord-1001")
    assert found["statusCode"] == 200
    assert json.loads(found["body"]) == json.loads(placed["body"])


@pytest.mark.parametrize("id", ["ord-404", "a" * 65, "..%2Fsecrets", "day-2026-11-22"])
def test_finds_nothing_else(id: str) -> None:
    shop.store.save("day-2026-11-22", {"day": "2026-11-22"})
    assert get(f"/orders/{id}")["statusCode"] == 404
