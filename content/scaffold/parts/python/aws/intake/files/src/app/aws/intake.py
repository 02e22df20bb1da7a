"""Where orders come in, whatever brings them: checked, placed once, counted."""

from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.idempotency.exceptions import IdempotencyValidationError

from app.aws.dependencies import shop
from app.aws.idempotency import once
from app.aws.observability import logger, metrics
from app.orders.order import Order, Rejected
from app.orders.place_order import PlacedOrder, place_order


def _place(order: Order) -> PlacedOrder:
    placed = place_order(order, shop)
    metrics.add_metric(name="OrdersPlaced", unit=MetricUnit.Count, value=1)
    logger.info("Order placed", extra={"order_id": placed["id"], "total": placed["total"]})
    return placed


_place_once = once("order", _place)


def take_order(order: Order | Rejected) -> PlacedOrder | Rejected:
    """Places an order unless it is rejected. An order that was placed before gets its first answer again."""
    if isinstance(order, Order):
        try:
            return _place_once(order)
        except IdempotencyValidationError:
            order = Rejected(("id belongs to another order",), conflict=True)
    metrics.add_metric(name="OrdersRejected", unit=MetricUnit.Count, value=1)
    logger.warning("Order rejected", extra={"problems": order.problems})
    return order
