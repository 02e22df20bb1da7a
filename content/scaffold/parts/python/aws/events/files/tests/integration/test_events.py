"""Events of the bus."""

import pytest

from local.invoke import invoke, sample


def test_places_the_order_of_an_event_once(caplog: pytest.LogCaptureFixture) -> None:
    invoke("events", sample("events"))
    invoke("events", sample("events"))
    assert caplog.messages.count("Order placed") == 1


def test_reports_a_bad_order(caplog: pytest.LogCaptureFixture) -> None:
    invoke("events", {**sample("events"), "detail": {"id": "ord-5001"}})
    assert caplog.messages == ["Order rejected"]
