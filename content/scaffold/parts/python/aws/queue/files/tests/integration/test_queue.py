"""Batches of messages."""

from typing import Any

import pytest

from app.aws import intake
from local.invoke import invoke, sample


def failed(event: dict[str, Any]) -> list[str]:
    """The messages that come again."""
    failures = invoke("queue", event)["batchItemFailures"]
    return [failure["itemIdentifier"] for failure in failures]


def test_takes_all_messages() -> None:
    assert failed(sample("queue")) == []


@pytest.mark.parametrize("body", ["{", '{"id":"ord-2001"}'])
def test_gives_back_only_the_message_that_is_bad(body: str) -> None:
    event = sample("queue")
    event["Records"][0]["body"] = body
    assert failed(event) == [event["Records"][0]["messageId"]]


def test_is_not_at_fault_when_every_message_is_bad() -> None:
    event = sample("queue")
    for record in event["Records"]:
        record["body"] = "{}"
    assert len(failed(event)) == 2


def test_takes_a_message_once(caplog: pytest.LogCaptureFixture) -> None:
    assert failed(sample("queue")) == failed(sample("queue")) == []
    assert caplog.messages.count("Order placed") == 2


def test_gives_back_what_could_not_be_placed(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_for(monkeypatch, "ord-2001")
    event = sample("queue")
    assert failed(event) == [event["Records"][0]["messageId"]]


def test_fails_when_nothing_could_be_placed(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_for(monkeypatch, "ord-2001", "ord-2002")
    with pytest.raises(RuntimeError, match="No record"):
        invoke("queue", sample("queue"))


def fail_for(monkeypatch: pytest.MonkeyPatch, *ids: str) -> None:
    """As if something that placing an order needs were out of order."""
    place = intake._place_once

    def place_some(order: Any) -> Any:
        if order.id in ids:
            raise ConnectionError("out of order")
        return place(order)

    monkeypatch.setattr(intake, "_place_once", place_some)
