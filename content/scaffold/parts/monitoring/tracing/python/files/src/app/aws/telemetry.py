"""A span for each invocation, sent before the handler returns."""

import functools
import logging
import os
import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Protocol

from aws_lambda_powertools.utilities.typing import LambdaContext
from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import Span, SpanKind, StatusCode
from opentelemetry.util.types import AttributeValue

from app.aws.telemetry_backend import FLUSH_LIMIT_SECONDS, create_exporter, origin_of
from app.aws.telemetry_calls import trace_outgoing_calls

type Handler[Event, Result] = Callable[[Event, LambdaContext], Result]

# What a trigger is called in the conventions of OpenTelemetry, and whether somebody waits for the
# answer.
_TRIGGERS = {
    "http": (SpanKind.SERVER, "http"),
    "schedule": (SpanKind.SERVER, "timer"),
    "queue": (SpanKind.CONSUMER, "pubsub"),
    "object": (SpanKind.CONSUMER, "datasource"),
    "stream": (SpanKind.CONSUMER, "datasource"),
    "events": (SpanKind.CONSUMER, "pubsub"),
}

# After a failure the function does not wait for the backend for a while, so that its trouble is
# not ours.
_PAUSE_AFTER_FAILURE_SECONDS = 30.0
# Spans that wait while the backend is away; the oldest go first, so that memory has an end.
_MOST_WAITING_SPANS = 2048

_logger = logging.getLogger(__name__)
_first_invocation = True


class _Decorator(Protocol):
    def __call__[Event, Result](
        self, handler: Handler[Event, Result], /
    ) -> Handler[Event, Result]: ...


def traced(name: str, exporter: SpanExporter | None = None) -> _Decorator:
    """Decorate a handler so that each invocation leaves a span.

    Without a place to send spans to, on a developer's machine and in tests, the handler stays as
    it is.
    """
    chosen = exporter or create_exporter()
    kind, trigger = _TRIGGERS.get(name, (SpanKind.SERVER, "other"))

    def decorate[Event, Result](handler: Handler[Event, Result], /) -> Handler[Event, Result]:
        if chosen is None:
            return handler
        gatherer = _Gatherer(chosen)
        tracer = _start(gatherer).get_tracer(name)

        @functools.wraps(handler)
        def wrapped(event: Event, context: LambdaContext) -> Result:
            parent, links = origin_of(event)
            about = {"faas.trigger": trigger, **_invocation_of(context), **_details_of(event)}
            span_name = _span_name_of(name, event)
            try:
                # The span records an exception that leaves it, and marks itself as failed.
                with tracer.start_as_current_span(
                    span_name, parent, kind, attributes=about, links=links
                ) as span:
                    result = handler(event, context)
                    _describe_result(span, result)
                    return result
            finally:
                gatherer.flush(context)

        return wrapped

    return decorate


class _Gatherer(SpanProcessor):
    """Keeps spans until the invocation is over.

    The batch processor of the SDK sends from a thread of its own, which Lambda freezes with the
    function.
    """

    def __init__(self, exporter: SpanExporter) -> None:
        self._exporter = exporter
        self._spans: deque[ReadableSpan] = deque(maxlen=_MOST_WAITING_SPANS)
        self._paused_until = 0.0

    def on_end(self, span: ReadableSpan) -> None:
        if span.context is not None and span.context.trace_flags.sampled:
            self._spans.append(span)

    def flush(self, context: LambdaContext) -> None:
        """Send what has gathered.

        It waits within its limit and never raises: a lost span must not lose an order.
        """
        paused = time.monotonic() < self._paused_until
        if not self._spans or paused or not _has_time(context):
            return
        spans = list(self._spans)
        self._spans.clear()
        try:
            sent = self._exporter.export(spans) is SpanExportResult.SUCCESS
        except Exception:  # whatever an exporter may raise
            _logger.warning("Spans could not be sent", exc_info=True)
            sent = False
        if not sent:
            self._paused_until = time.monotonic() + _PAUSE_AFTER_FAILURE_SECONDS


def _start(gatherer: _Gatherer) -> TracerProvider:
    attributes = {
        "service.name": os.environ.get("OTEL_SERVICE_NAME"),
        "deployment.environment.name": os.environ.get("STAGE"),
        "cloud.provider": "aws",
        "cloud.platform": "aws_lambda",
        "cloud.region": os.environ.get("AWS_REGION"),
        "faas.name": os.environ.get("AWS_LAMBDA_FUNCTION_NAME"),
        "faas.version": os.environ.get("AWS_LAMBDA_FUNCTION_VERSION"),
    }
    known = {name: value for name, value in attributes.items() if value is not None}
    provider = TracerProvider(resource=Resource(known), shutdown_on_exit=False)
    provider.add_span_processor(gatherer)
    # So that `trace.get_tracer(…)` anywhere in the code makes spans of one's own.
    if not isinstance(trace.get_tracer_provider(), TracerProvider):
        trace.set_tracer_provider(provider)
    trace_outgoing_calls(provider.get_tracer("calls"))
    return provider


def _has_time(context: LambdaContext) -> bool:
    remaining = getattr(context, "get_remaining_time_in_millis", None)
    return remaining is None or remaining() > FLUSH_LIMIT_SECONDS * 1000 + 100


def _invocation_of(context: LambdaContext) -> dict[str, AttributeValue]:
    global _first_invocation
    provisioned = os.environ.get("AWS_LAMBDA_INITIALIZATION_TYPE") == "provisioned-concurrency"
    known: dict[str, AttributeValue] = {
        "faas.coldstart": _first_invocation and not provisioned,
        "faas.invocation_id": str(getattr(context, "aws_request_id", "")),
    }
    _first_invocation = False
    # The ARN of the function ends after its name; what follows is the alias it was called by,
    # which may point elsewhere tomorrow.
    arn = str(getattr(context, "invoked_function_arn", "")).split(":")[:7]
    if len(arn) == 7:
        known |= {"cloud.resource_id": ":".join(arn), "cloud.account.id": arn[4]}
    return known


def _span_name_of(name: str, event: object) -> str:
    """Names are counted and compared, so they hold no identifiers: of a path only its first part."""
    http = _http_of(event)
    if not isinstance(event, Mapping) or not http:
        return name
    route = str(event.get("routeKey", ""))
    if " " in route:
        return route
    first = str(event.get("rawPath", "")).split("/")[1:2]
    return f"{http.get('method', '')} /{''.join(first)}"


def _http_of(event: object) -> Mapping[str, object]:
    if not isinstance(event, Mapping):
        return {}
    http = (event.get("requestContext") or {}).get("http")
    return http if isinstance(http, Mapping) else {}


def _details_of(event: object) -> dict[str, AttributeValue]:
    """Say of an event what can be said without its contents: those are no business of a trace."""
    if not isinstance(event, Mapping):
        return {}
    if isinstance(event.get("Records"), list):
        return {"messaging.batch.message_count": len(event["Records"])}
    http = _http_of(event)
    if not http:
        return {}
    known = {
        "http.request.method": str(http.get("method", "")),
        "url.path": str(event.get("rawPath", "")),
    }
    _, _, route = str(event.get("routeKey", "")).partition(" ")
    return {**known, "http.route": route} if route else dict(known)


def _describe_result(span: Span, result: object) -> None:
    if not isinstance(result, Mapping):
        return
    failures = result.get("batchItemFailures")
    if isinstance(failures, list):
        span.set_attribute("app.batch.failures", len(failures))
    status_code = result.get("statusCode")
    if isinstance(status_code, int):
        span.set_attribute("http.response.status_code", status_code)
        if status_code >= 500:
            span.set_status(StatusCode.ERROR)
