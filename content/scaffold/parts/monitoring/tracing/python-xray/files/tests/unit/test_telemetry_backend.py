"""Spans reach the X-Ray daemon, under the trace that Lambda has begun."""

import base64
import socket
from collections.abc import Iterator
from typing import override

import pytest
from aws_lambda_powertools.utilities.typing import LambdaContext
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from app.aws.telemetry import traced

TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8"


class Context(LambdaContext):
    """The context of an invocation with a minute left."""

    @override
    @staticmethod
    def get_remaining_time_in_millis() -> int:
        return 60_000


def invoke() -> None:
    @traced("queue")
    def handler(_event: object, _context: LambdaContext) -> None:
        return None

    handler({}, Context())


@pytest.fixture
def daemon(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind(("127.0.0.1", 0))
    receiver.settimeout(0.5)
    _, port = receiver.getsockname()
    monkeypatch.setenv("AWS_XRAY_DAEMON_ADDRESS", f"127.0.0.1:{port}")
    yield receiver
    receiver.close()


def test_hands_the_span_to_the_daemon(
    daemon: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_X_AMZN_TRACE_ID", f"{TRACE};Sampled=1")
    invoke()
    header, _, body = daemon.recv(65_535).partition(b"\n")
    assert header == b'{"format":"json","version":1}'
    assert body.startswith(b"T1S")
    request = ExportTraceServiceRequest.FromString(base64.b64decode(body[3:]))
    (span,) = request.resource_spans[0].scope_spans[0].spans
    assert span.trace_id.hex() == "5759e988bd862e3fe1be46a994272793"
    assert span.parent_span_id.hex() == "53995c3f42cd8ad8"


def test_sends_nothing_of_a_trace_that_is_not_sampled(
    daemon: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_X_AMZN_TRACE_ID", f"{TRACE};Sampled=0")
    invoke()
    with pytest.raises(TimeoutError):
        daemon.recv(65_535)
