"""Closing the right day."""

from datetime import date, datetime

import pytest

from app.orders.close_day import close_day, day_to_close
from tests.doubles import shop


@pytest.mark.parametrize(
    ("scheduled", "day"),
    [
        ("2026-11-23T02:00:00Z", "2026-11-22"),
        ("2027-01-01T00:00:00Z", "2026-12-31"),
        ("2028-03-01T02:00:00Z", "2028-02-29"),
        ("2026-11-23T00:30:00+01:00", "2026-11-21"),
    ],
)
def test_closes_the_day_before_the_scheduled_time(scheduled: str, day: str) -> None:
    assert day_to_close(datetime.fromisoformat(scheduled)).isoformat() == day


def test_says_when_the_day_was_closed() -> None:
    closed = close_day(date(2026, 11, 22), shop())
    assert closed == {"day": "2026-11-22", "closedAt": "2026-11-23T02:00:03.000Z"}
