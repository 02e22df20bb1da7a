"""Spans reach the endpoint, under the trace of the caller."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import override

import pytest
from aws_lambda_powertools.utilities.typing import LambdaContext
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from app.aws.telemetry import traced

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"

type Received = list[tuple[str, ExportTraceServiceRequest]]


class Context(LambdaContext):
    """The context of an invocation with a minute left."""

    @override
    @staticmethod
    def get_remaining_time_in_millis() -> int:
        return 60_000


@pytest.fixture
def received(monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
    requests: Received = []

    class Backend(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            requests.append((self.path, ExportTraceServiceRequest.FromString(body)))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            return None

    server = HTTPServer(("127.0.0.1", 0), Backend)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{server.server_port}/")
    monkeypatch.delenv("TELEMETRY_SECRET", raising=False)
    yield requests
    server.shutdown()
    server.server_close()


def invoke(name: str, event: object) -> str:
    @traced(name)
    def handler(_event: object, _context: LambdaContext) -> str:
        return "done"

    return handler(event, Context())


def test_continues_the_trace_of_the_caller(received: Received) -> None:
    invoke("http", {"headers": {"traceparent": f"00-{TRACE}-{PARENT}-01"}})
    ((path, request),) = received
    assert path == "/v1/traces"
    (span,) = request.resource_spans[0].scope_spans[0].spans
    assert (span.trace_id.hex(), span.parent_span_id.hex()) == (TRACE, PARENT)


def test_links_to_the_senders_of_messages(received: Received) -> None:
    sender = {"traceparent": {"stringValue": f"00-{TRACE}-{PARENT}-01"}}
    invoke("queue", {"Records": [{"messageAttributes": sender}, {}]})
    (span,) = received[0][1].resource_spans[0].scope_spans[0].spans
    assert span.trace_id.hex() != TRACE
    assert [link.trace_id.hex() for link in span.links] == [TRACE]


def test_answers_without_a_backend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
    monkeypatch.delenv("TELEMETRY_SECRET", raising=False)
    assert invoke("queue", {}) == "done"
