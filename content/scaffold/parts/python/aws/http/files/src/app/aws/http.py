"""HTTP requests: routes, and answers that say what was wrong."""

import base64
import json
import re
from http import HTTPStatus
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

# The largest order that is allowed is well below; what is larger is not even parsed.
_MAX_BODY_BYTES = 64 * 1024
# What each path answers, for callers who use another method.
_METHODS = {
    "/health": "GET",
    "/orders": "POST",
    # <% slot methods %>
}

_api = APIGatewayHttpResolver()


@_api.get("/health")
def _health() -> Response[str]:
    return _json(200, {"status": "ok"})


@_api.post("/orders")
def _post_order() -> Response[str]:
    body = _body()
    if len(body) > _MAX_BODY_BYTES:
        return _problem(400, f"The body is larger than {_MAX_BODY_BYTES} bytes.")
    try:
        outcome = take_order(read_order(body))
    except IdempotencyAlreadyInProgressError:
        return _problem(409, "The same order is being placed at this moment.", {"retry-after": "1"})
    if isinstance(outcome, Rejected):
        status = 409 if outcome.conflict else 400
        return _problem(status, "The order was not placed.", problems=outcome.problems)
    return _json(201, outcome)
# <% slot routes %>


@_api.not_found
def _no_route(_error: NotFoundError) -> Response[str]:
    path = _api.current_event.path
    for pattern, method in _METHODS.items():
        if re.fullmatch(pattern, path):
            return _problem(405, f"This path answers {method}.", {"allow": method})
    return _problem(404, "There is nothing at this path.")


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
    return _answer(status, "application/json", document)


def _problem(
    status: int, detail: str, headers: dict[str, str] | None = None, **more: object
) -> Response[str]:
    """A problem as RFC 9457 describes it: the title says what kind it is, the detail what was wrong this time."""
    title = HTTPStatus(status).phrase
    document = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return _answer(status, "application/problem+json", document, headers)


def _answer(
    status: int, content_type: str, document: object, headers: dict[str, str] | None = None
) -> Response[str]:
    always = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
    return Response(status, content_type, json.dumps(document), {**always, **(headers or {})})
