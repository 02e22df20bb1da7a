"""Calls of the scheduler: closing the day."""

from datetime import date, datetime
from typing import Any

from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.data_classes import EventBridgeEvent
from aws_lambda_powertools.utilities.typing import LambdaContext

from app.aws.dependencies import shop
from app.aws.idempotency import once, until
from app.aws.observability import logger, metrics
from app.aws.telemetry import traced
from app.orders.close_day import ClosedDay, close_day, day_to_close


def _close(work: dict[str, str]) -> ClosedDay:
    closed = close_day(date.fromisoformat(work["id"]), shop)
    metrics.add_metric(name="DaysClosed", unit=MetricUnit.Count, value=1)
    logger.info("Day closed", extra={"day": closed["day"], "closed_at": closed["closedAt"]})
    return closed


# The scheduler promises to call at least once, which can be twice.
_close_once = once("day", _close)


@traced("schedule")
@logger.inject_lambda_context(correlation_id_path=correlation_paths.EVENT_BRIDGE, clear_state=True)
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> ClosedDay:
    """Closes the day before the time for which this call was scheduled."""
    until(context)
    scheduled = datetime.fromisoformat(EventBridgeEvent(event).time)
    return _close_once({"id": day_to_close(scheduled).isoformat()})
