"""Requests as API Gateway hands them on."""

import base64
import json
from typing import Any

import pytest
from aws_lambda_powertools.utilities.idempotency.exceptions import (
    IdempotencyAlreadyInProgressError,
)

from app.aws import intake
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


def test_does_not_read_a_body_that_is_too_large() -> None:
    answer = request("POST", "/orders", json.dumps({**ORDER, "note": "x" * 70_000}))
    assert answer["statusCode"] == 400
    assert "larger" in body_of(answer)["detail"]


def test_asks_to_come_back_while_the_same_order_is_being_placed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def busy(_order: object) -> None:
        raise IdempotencyAlreadyInProgressError

    monkeypatch.setattr(intake, "_place_once", busy)
    answer = request("POST", "/orders", json.dumps(ORDER))
    assert (answer["statusCode"], answer["headers"]["retry-after"]) == (409, "1")


def test_keeps_answers_out_of_caches() -> None:
    assert request("GET", "/health")["headers"]["cache-control"] == "no-store"


@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("POST", "/orders/ord-1/lines")])
def test_knows_no_other_route(method: str, path: str) -> None:
    answer = request(method, path)
    assert answer["statusCode"] == 404
    assert body_of(answer)["status"] == 404


def test_says_which_method_a_path_answers() -> None:
    answer = request("DELETE", "/orders")
    assert (answer["statusCode"], answer["headers"]["allow"]) == (405, "POST")
