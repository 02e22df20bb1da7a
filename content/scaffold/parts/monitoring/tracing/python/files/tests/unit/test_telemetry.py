"""What traces promise: a span per invocation, sent in time, and never at the cost of an order."""

from collections.abc import Iterator, Sequence
from typing import override

import pytest
from aws_lambda_powertools.utilities.typing import LambdaContext
from opentelemetry import context as active_context
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from app.aws.telemetry import traced

ARN = "arn:aws:lambda:eu-central-1:123456789012:function:orders-dev-http"
REQUEST: dict[str, object] = {
    "routeKey": "POST /orders",
    "rawPath": "/orders",
    "headers": {},
    "requestContext": {"http": {"method": "POST"}},
}


class Context(LambdaContext):
    """The context of an invocation with a minute left."""

    def __init__(self) -> None:
        self._invoked_function_arn = f"{ARN}:live"
        self._aws_request_id = "request-1"

    @override
    @staticmethod
    def get_remaining_time_in_millis() -> int:
        return 60_000


class BrokenExporter(SpanExporter):
    """A backend that is away."""

    def __init__(self) -> None:
        self.tries = 0

    @override
    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        self.tries += 1
        raise ConnectionError("away")


@pytest.fixture(autouse=True)
def _no_span_around() -> Iterator[None]:
    token = active_context.attach(active_context.Context())
    yield
    active_context.detach(token)


def test_leaves_the_handler_alone_when_spans_have_nowhere_to_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OTEL_EXPORTER_OTLP_ENDPOINT", raising=False)
    monkeypatch.delenv("AWS_XRAY_DAEMON_ADDRESS", raising=False)

    def handler(_event: object, _context: LambdaContext) -> str:
        return "done"

    assert traced("queue")(handler) is handler


def test_sends_a_span_before_the_handler_returns() -> None:
    exporter = InMemorySpanExporter()

    @traced("http", exporter)
    def handler(_event: object, _context: LambdaContext) -> dict[str, int]:
        return {"statusCode": 201}

    assert handler(REQUEST, Context()) == {"statusCode": 201}
    (span,) = exporter.get_finished_spans()
    assert (span.name, span.kind) == ("POST /orders", SpanKind.SERVER)
    attributes = dict(span.attributes or {})
    assert attributes["faas.trigger"] == "http"
    assert attributes["faas.invocation_id"] == "request-1"
    assert attributes["cloud.resource_id"] == ARN
    assert attributes["http.route"] == "/orders"
    assert attributes["http.response.status_code"] == 201
    assert span.status.status_code is StatusCode.UNSET


def test_keeps_identifiers_out_of_names() -> None:
    exporter = InMemorySpanExporter()

    @traced("http", exporter)
    def handler(_event: object, _context: LambdaContext) -> dict[str, int]:
        return {"statusCode": 200}

    handler(REQUEST | {"routeKey": "$default", "rawPath": "/orders/ord-1001"}, Context())
    (span,) = exporter.get_finished_spans()
    assert span.name == "POST /orders"


def test_counts_the_messages_of_a_batch_and_those_that_failed() -> None:
    exporter = InMemorySpanExporter()

    @traced("queue", exporter)
    def handler(_event: object, _context: LambdaContext) -> dict[str, list[object]]:
        return {"batchItemFailures": [{"itemIdentifier": "2"}]}

    handler({"Records": [{}, {}, {}]}, Context())
    (span,) = exporter.get_finished_spans()
    assert span.kind is SpanKind.CONSUMER
    attributes = dict(span.attributes or {})
    assert attributes["messaging.batch.message_count"] == 3
    assert attributes["app.batch.failures"] == 1


def test_records_an_error_and_lets_it_pass() -> None:
    exporter = InMemorySpanExporter()

    @traced("queue", exporter)
    def handler(_event: object, _context: LambdaContext) -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        handler({}, Context())
    (span,) = exporter.get_finished_spans()
    assert span.status.status_code is StatusCode.ERROR
    assert [event.name for event in span.events] == ["exception"]


def test_serves_the_request_when_the_backend_is_away_and_leaves_it_in_peace_for_a_while() -> None:
    exporter = BrokenExporter()

    @traced("queue", exporter)
    def handler(_event: object, _context: LambdaContext) -> str:
        return "done"

    assert [handler({}, Context()) for _ in range(3)] == ["done"] * 3
    assert exporter.tries == 1
