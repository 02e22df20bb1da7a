"""Messages of the queue: an order each."""

from typing import Any

from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from app.aws.batch import Batch, SetAsideError
from app.aws.intake import take_order
from app.aws.observability import logger, metrics
from app.aws.telemetry import traced
from app.orders.order import Rejected, read_order


def _take(record: SQSRecord) -> None:
    outcome = take_order(read_order(record.body))
    if isinstance(outcome, Rejected):
        # A message that is not returned is deleted. This one goes to the dead-letter queue, where it can be looked at.
        raise SetAsideError("; ".join(outcome.problems))


_batch = Batch[SQSRecord](EventType.SQS, lambda record: record.message_id, _take)


@traced("queue")
@logger.inject_lambda_context(clear_state=True)
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Places the orders of a batch. Messages that fail come again, and in the end go to the dead-letter queue."""
    return _batch.process(event, context)
