"""Spans for X-Ray, through the daemon that Lambda runs beside every function with active tracing.

That is a datagram inside the machine: no layer, no extension, no request that somebody waits for,
and the daemon sends while the function is frozen.
"""

import base64
import os
import socket
from collections.abc import Sequence
from typing import override

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.propagators.aws import AwsXRayPropagator
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import Link

# A datagram is gone at once.
FLUSH_LIMIT_SECONDS = 0.0

# The first line tells the daemon that a document follows, `T1S` that it is OTLP of a sampled trace.
_HEADER = b'{"format":"json","version":1}\nT1S'
# A datagram over IPv4 carries at most 65,507 bytes (RFC 768 and 791).
_LARGEST_DATAGRAM = 65_000


def create_exporter() -> SpanExporter | None:
    """Lambda sets the address when tracing is active; without it there is nobody to send to."""
    host, _, port = os.environ.get("AWS_XRAY_DAEMON_ADDRESS", "").partition(":")
    return _DaemonExporter((host, int(port))) if host and port else None


def origin_of(_event: object) -> tuple[Context, list[Link]]:
    """Where the invocation comes from.

    Lambda has looked at the caller's trace already, decided whether it is sampled, and put the
    result into this variable, anew for each invocation. A trace that is not sampled leaves no
    spans and costs nothing.
    """
    carrier = {"X-Amzn-Trace-Id": os.environ.get("_X_AMZN_TRACE_ID", "")}
    return AwsXRayPropagator().extract(carrier, Context()), []


class _DaemonExporter(SpanExporter):
    def __init__(self, address: tuple[str, int]) -> None:
        self._address = address
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)

    @override
    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        for datagram in _datagrams_of(spans):
            self._socket.sendto(datagram, self._address)
        return SpanExportResult.SUCCESS

    @override
    def shutdown(self) -> None:
        self._socket.close()


def _datagrams_of(spans: Sequence[ReadableSpan]) -> list[bytes]:
    datagram = _HEADER + base64.b64encode(encode_spans(spans).SerializeToString())
    if len(datagram) <= _LARGEST_DATAGRAM or len(spans) == 1:
        return [datagram]
    half = len(spans) // 2
    return [*_datagrams_of(spans[:half]), *_datagrams_of(spans[half:])]
