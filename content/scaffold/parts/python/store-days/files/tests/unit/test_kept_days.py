"""A closed day is on record."""

from datetime import date

from app.orders.close_day import close_day
from tests.doubles import shop


def test_keeps_the_record_of_a_day() -> None:
    here = shop()
    closed = close_day(date(2026, 11, 22), here)
    assert here.store.find("day-2026-11-22") == closed
