"""Calls of the scheduler."""

from local.invoke import invoke, sample


def test_closes_the_day_before() -> None:
    assert invoke("schedule", sample("schedule"))["day"] == "2026-11-22"


def test_closes_a_day_once() -> None:
    first, second = (invoke("schedule", sample("schedule")) for _ in range(2))
    assert first == second


def test_closes_each_day() -> None:
    later = {**sample("schedule"), "time": "2026-11-24T02:00:00Z"}
    invoke("schedule", sample("schedule"))
    assert invoke("schedule", later)["day"] == "2026-11-23"
