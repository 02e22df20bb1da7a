"""Batches of records."""

import base64
from typing import Any

import pytest

from app.aws import intake
from local.invoke import invoke, sample


def failed(event: dict[str, Any]) -> list[str]:
    """The records that come again."""
    failures = invoke("stream", event)["batchItemFailures"]
    return [failure["itemIdentifier"] for failure in failures]


def test_takes_all_records() -> None:
    assert failed(sample("stream")) == []


@pytest.mark.parametrize("data", [b"{", b'{"id":"ord-4001"}', b"\xff\x00"])
def test_goes_on_after_a_bad_record(data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    event = sample("stream")
    event["Records"][0]["kinesis"]["data"] = base64.b64encode(data).decode()
    assert failed(event) == []
    assert caplog.messages == ["Order rejected", "Order placed"]


def test_gives_back_what_could_not_be_placed(monkeypatch: pytest.MonkeyPatch) -> None:
    place = intake._place_once

    def place_some(order: Any) -> Any:
        if order.id == "ord-4002":
            raise ConnectionError("out of order")
        return place(order)

    monkeypatch.setattr(intake, "_place_once", place_some)
    event = sample("stream")
    assert failed(event) == [event["Records"][1]["kinesis"]["sequenceNumber"]]
