"""Requests as API Gateway hands them on."""

import base64
import json
from typing import Any

import pytest

from local.invoke import invoke, sample


def request(method: str, path: str, body: str | None = None, **changes: Any) -> dict[str, Any]:
    """A request that is like the sample, except for this."""
    event = sample("http")
    event["rawPath"] = event["requestContext"]["http"]["path"] = path
    event["requestContext"]["http"]["method"] = method
    answer: dict[str, Any] = invoke("http", {**event, "body": body, **changes})
    return answer


def body_of(answer: dict[str, Any]) -> dict[str, Any]:
    """The document of an answer."""
    document: dict[str, Any] = json.loads(answer["body"])
    return document


ORDER = json.loads(sample("http")["body"])


def test_places_an_order() -> None:
    answer = invoke("http", sample("http"))
    assert answer["statusCode"] == 201
    assert answer["headers"]["Content-Type"] == "application/json"
    assert body_of(answer)["total"] == 900


def test_places_an_order_once() -> None:
    first, second = (request("POST", "/orders", json.dumps(ORDER)) for _ in range(2))
    assert first["statusCode"] == second["statusCode"] == 201
    assert body_of(first) == body_of(second)


def test_refuses_another_order_with_the_same_id() -> None:
    request("POST", "/orders", json.dumps(ORDER))
    answer = request("POST", "/orders", json.dumps({**ORDER, "customer": "cus-8"}))
    assert answer["statusCode"] == 409
    assert answer["headers"]["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("body", [None, "", "{", "[]", '{"id":"ord-1"}', "null"])
def test_says_what_is_wrong_with_an_order(body: str | None) -> None:
    answer = request("POST", "/orders", body)
    assert answer["statusCode"] == 400
    assert answer["headers"]["Content-Type"] == "application/problem+json"
    assert body_of(answer)["problems"]


def test_reads_bodies_that_the_gateway_encoded() -> None:
    encoded = base64.b64encode(json.dumps(ORDER).encode()).decode()
    assert request("POST", "/orders", encoded, isBase64Encoded=True)["statusCode"] == 201
    garbage = base64.b64encode(b"\xff\x00").decode()
    assert request("POST", "/orders", garbage, isBase64Encoded=True)["statusCode"] == 400


def test_is_healthy() -> None:
    assert request("GET", "/health")["statusCode"] == 200


@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("DELETE", "/orders"), ("GET", "/no")])
def test_knows_no_other_route(method: str, path: str) -> None:
    answer = request(method, path)
    assert answer["statusCode"] == 404
    assert body_of(answer)["status"] == 404
