"""Doing things once, although every trigger may deliver more than once."""

import os
from collections.abc import Callable
from datetime import timedelta
from typing import cast

from aws_lambda_powertools.utilities.idempotency import (
    DynamoDBPersistenceLayer,
    IdempotencyConfig,
    idempotent_function,
)
from aws_lambda_powertools.utilities.typing import LambdaContext

from app.aws.clients import CLIENT_CONFIG

# The longest that SQS keeps a message, so that one that comes back from a dead-letter queue is still known.
_REMEMBER = timedelta(days=14)

_config = IdempotencyConfig(
    event_key_jmespath="id",
    # The same id with other content is not the same work: it is refused instead of answered with the first result.
    payload_validation_jmespath="@",
    raise_on_no_idempotency_key=True,
    expires_after_seconds=int(_REMEMBER.total_seconds()),
    hash_function="sha256",
)
_table = DynamoDBPersistenceLayer(os.environ["IDEMPOTENCY_TABLE"], boto_config=CLIENT_CONFIG)


def once[Work, Result](kind: str, do: Callable[[Work], Result]) -> Callable[[Work], Result]:
    """`do`, once for each `id` of its work; whoever comes again gets the first result. Ids count within their kind."""

    def keyed(*, work: Work) -> Result:
        return do(work)

    remembered = idempotent_function(
        keyed,
        data_keyword_argument="work",
        persistence_store=_table,
        config=_config,
        key_prefix=kind,
    )
    return lambda work: cast("Result", remembered(work=work))


def until(context: LambdaContext) -> None:
    """Says when this call ends. Work that a time-out cut off can be done again as soon as that moment has passed."""
    _config.register_lambda_context(context)
