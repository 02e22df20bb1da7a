"""HTTP requests: routes, and answers that say what was wrong."""

import base64
import json
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.idempotency.exceptions import (
    IdempotencyAlreadyInProgressError,
)
from aws_lambda_powertools.utilities.typing import LambdaContext

# <% slot find-import %>
from app.aws.idempotency import until
from app.aws.intake import take_order
from app.aws.observability import logger, metrics
from app.aws.telemetry import traced
from app.orders.order import <% order-import %>

_api = APIGatewayHttpResolver()


@_api.get("/health")
def _health() -> Response[str]:
    return _json(200, {"status": "ok"})


@_api.post("/orders")
def _post_order() -> Response[str]:
    try:
        outcome = take_order(read_order(_body()))
    except IdempotencyAlreadyInProgressError:
        return _problem(409, "This order is being placed at this moment")
    if isinstance(outcome, Rejected):
        status, title = (409, "Conflict") if outcome.conflict else (400, "Bad request")
        return _problem(status, title, problems=outcome.problems)
    return _json(201, outcome)
# <% slot routes %>


@_api.not_found
def _no_route(_error: NotFoundError) -> Response[str]:
    return _problem(404, "Not found")


# Whatever else goes wrong is raised: the gateway answers 500 without details, and the errors alarm sees it.
@traced("http")
@logger.inject_lambda_context(
    correlation_id_path=correlation_paths.API_GATEWAY_HTTP, clear_state=True
)
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answers a request that API Gateway hands on."""
    until(context)
    return _api.resolve(event, context)


def _body() -> bytes:
    """The body as it was sent. The gateway encodes what it does not take for text."""
    event = _api.current_event
    body = event.body or ""
    return base64.b64decode(body) if event.is_base64_encoded else body.encode()


def _json(status: int, document: object) -> Response[str]:
    return Response(status, "application/json", json.dumps(document))


def _problem(status: int, title: str, **details: object) -> Response[str]:
    """A problem document (RFC 9457), which clients can tell from an answer by its type."""
    document = {"type": "about:blank", "title": title, "status": status, **details}
    return Response(status, "application/problem+json", json.dumps(document))
