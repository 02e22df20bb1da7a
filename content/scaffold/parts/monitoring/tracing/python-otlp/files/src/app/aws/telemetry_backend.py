"""Spans by OTLP over HTTP, to the endpoint of the stage."""

import logging
import os
from collections.abc import Mapping, Sequence
# <% slot standard-imports %>
from typing import override

import urllib3
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import Link, get_current_span
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
# <% slot imports %>

# Nobody waits longer than this for spans to leave, however slow the backend is.
FLUSH_LIMIT_SECONDS = 1.0

_logger = logging.getLogger(__name__)
_propagator = TraceContextTextMapPropagator()


def create_exporter() -> SpanExporter | None:
    """Without an endpoint there is nobody to send to."""
    endpoint = os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT")
    if not endpoint:
        return None
    # <% slot prepare %>
    return _HttpExporter(f"{endpoint.rstrip('/')}/v1/traces")


def origin_of(event: object) -> tuple[Context, list[Link]]:
    """Where the invocation comes from.

    That is the trace of the caller over HTTP, or the traces of the senders of messages, as links,
    since one batch has many senders. Both travel as `traceparent` (W3C Trace Context).
    """
    if not isinstance(event, Mapping):
        return Context(), []
    links = []
    for record in event.get("Records") or []:
        attribute = (record.get("messageAttributes") or {}).get("traceparent") or {}
        sent_with = _extract({"traceparent": attribute.get("stringValue", "")})
        sender = get_current_span(sent_with).get_span_context()
        if sender.is_valid:
            links.append(Link(sender))
    return _extract(event.get("headers") or {}), links


def _extract(carrier: Mapping[str, str]) -> Context:
    return _propagator.extract(carrier, Context())


class _HttpExporter(SpanExporter):
    """The encoder of the SDK, and the HTTP client that the AWS SDK has loaded anyway.

    The exporter of the SDK brings another client, takes twice the time to import, and tries again
    while somebody waits.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        timeout = urllib3.Timeout(total=FLUSH_LIMIT_SECONDS)
        self._http = urllib3.PoolManager(timeout=timeout, retries=False)

    @override
    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        headers = {
            "content-type": "application/x-protobuf",
            # <% slot headers %>
        }
        body = encode_spans(spans).SerializeToString()
        answer = self._http.request("POST", self._url, body=body, headers=headers)
        if answer.status < 300:
            return SpanExportResult.SUCCESS
        _logger.warning("Spans were refused with status %d", answer.status)
        return SpanExportResult.FAILURE

    @override
    def shutdown(self) -> None:
        self._http.clear()
