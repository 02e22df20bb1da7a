"""Events of the bus: an order that another system asks for."""

from typing import Any

from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.data_classes import EventBridgeEvent
from aws_lambda_powertools.utilities.typing import LambdaContext

from app.aws.idempotency import until
from app.aws.intake import take_order
from app.aws.observability import logger, metrics
from app.aws.telemetry import traced
from app.orders.order import parse_order


@traced("events")
@logger.inject_lambda_context(correlation_id_path=correlation_paths.EVENT_BRIDGE, clear_state=True)
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> None:
    """Places the order of an event.

    A bad order is logged and counted, not raised: trying again would not make it better, and would let whoever
    sends events trip the errors alarm. The correlation id is the id of the event, which its sender can find.
    """
    until(context)
    take_order(parse_order(EventBridgeEvent(event).detail))
