"""What queue and stream have in common: records in batches, some of which may fail."""

from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.typing import LambdaContext

from app.aws.idempotency import until
from app.aws.observability import logger


class SetAsideError(Exception):
    """A record that can never succeed, and should go where people look at it."""


class Batch[Record]:
    """Takes the records of a batch and answers which of them failed, so that only those come again."""

    def __init__(
        self, kind: EventType, id_of: Callable[[Record], str], take: Callable[[Record], object]
    ) -> None:
        self._id_of = id_of
        self._take = take
        # Whether a batch that fails as a whole is an error of this function is decided below.
        self._processor = BatchProcessor(kind, raise_on_entire_batch_failure=False)

    def process(self, event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
        """Takes the records of an event."""
        until(context)
        answer = process_partial_response(event, self._take_record, self._processor, context)
        failures = [error for _, error, _ in self._processor.exceptions]
        # Nothing worked, and not only because of the records: the errors alarm, which undoes a bad deployment, must see
        # it. Records that can never succeed must not trip it.
        broken = [error for error in failures if not isinstance(error, SetAsideError)]
        if broken and len(failures) == len(event["Records"]):
            raise RuntimeError("No record of the batch could be processed") from broken[0]
        return answer

    def _take_record(self, record: Record) -> None:
        logger.set_correlation_id(self._id_of(record))
        try:
            self._take(record)
        except SetAsideError:
            raise
        except Exception:
            logger.exception("Record failed")
            raise
