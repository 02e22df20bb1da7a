"""Closing a business day."""

from datetime import UTC, date, datetime, timedelta
from typing import TypedDict

from app.orders.shop import Shop


class ClosedDay(TypedDict):
    """A day that is closed, as JSON."""

    day: str
    closedAt: str


def day_to_close(scheduled: datetime) -> date:
    """The day before the scheduled time, in UTC. A run that comes late still closes the right day."""
    return scheduled.astimezone(UTC).date() - timedelta(days=1)


def close_day(day: date, shop: Shop) -> ClosedDay:
    """Closes a day."""
    closed: ClosedDay = {"day": day.isoformat(), "closedAt": shop.now()}
    # <% slot keep %>
    return closed
