"""Records of the stream: an order each."""

from typing import Any

from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.kinesis_stream_event import KinesisStreamRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from app.aws.batch import Batch
from app.aws.intake import take_order
from app.aws.observability import logger, metrics
from app.aws.telemetry import traced
from app.orders.order import read_order


def _take(record: KinesisStreamRecord) -> None:
    # A bad order is logged and counted, and does not hold up those behind it. Its record stays in the stream until it
    # expires, and the correlation id says where.
    take_order(read_order(record.kinesis.data_as_bytes()))


_batch = Batch[KinesisStreamRecord](
    EventType.KinesisDataStreams, lambda record: record.event_id, _take
)


@traced("stream")
@logger.inject_lambda_context(clear_state=True)
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Places the orders of a batch. Lambda goes on from the first record that failed; what was placed stays placed."""
    return _batch.process(event, context)
