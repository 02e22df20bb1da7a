"""Files that arrive: an order on each line."""

import os
from typing import Any

import boto3
from aws_lambda_powertools.utilities.data_classes import S3Event
from aws_lambda_powertools.utilities.typing import LambdaContext

from app.aws.clients import CLIENT_CONFIG
from app.aws.idempotency import until
from app.aws.intake import take_order
from app.aws.observability import logger, metrics
from app.aws.telemetry import traced
from app.orders.order import Rejected, read_order

# The bucket comes from the environment and not from the event: nobody can have this function read another one.
_bucket = os.environ["UPLOADS_BUCKET"]
_s3 = boto3.client("s3", config=CLIENT_CONFIG)


@traced("object")
@logger.inject_lambda_context(clear_state=True)
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> None:
    """Places the orders of a file. After a failure the whole file is read again, and orders are still placed once."""
    until(context)
    # S3 puts one record into an event, and writes its key as in a query: with + and %.
    key = S3Event(event).object_key
    logger.set_correlation_id(key)
    placed = rejected = 0
    # Line by line: a file may be larger than the memory of the function.
    for number, line in enumerate(_s3.get_object(Bucket=_bucket, Key=key)["Body"].iter_lines(), 1):
        if not line.strip():
            continue
        logger.append_keys(line=number)
        # A bad line stays in the file, where it can be looked at: it is logged and does not stop the others.
        if isinstance(take_order(read_order(line)), Rejected):
            rejected += 1
        else:
            placed += 1
    logger.remove_keys(["line"])
    logger.info("File read", extra={"placed": placed, "rejected": rejected})
