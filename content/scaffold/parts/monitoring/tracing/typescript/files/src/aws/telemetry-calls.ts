import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';

const spans = new WeakMap<ClientRequest, Span>();
let subscribed = false;

/**
 * A span for each request that leaves during an invocation, calls of the AWS SDK included. Node.js itself announces them,
 * which works in a bundle, where libraries that patch modules find nothing to patch.
 */
export function traceOutgoingCalls(): void {
  if (subscribed) return;
  subscribed = true;
  subscribe('http.client.request.start', message => begin((message as { request: ClientRequest }).request));
  subscribe('http.client.response.finish', message => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    end(request, response.statusCode ?? 0);
  });
  subscribe('http.client.request.error', message => {
    const { request, error } = message as { request: ClientRequest; error: Error };
    spans.get(request)?.recordException(error);
    end(request, 0);
  });
}

function begin(request: ClientRequest): void {
  // Requests outside an invocation, and those that carry spans away, leave none.
  if (!trace.getActiveSpan()?.isRecording() || isTracingSuppressed(context.active())) return;
  // Most services of AWS name the operation in this header: DynamoDB_20120810.PutItem.
  const target = request.getHeader('x-amz-target');
  const operation = typeof target === 'string' ? target.split('.').at(-1) : undefined;
  const service = request.host.split('.')[0];
  const name = operation ? `${service} ${operation}` : `${request.method} ${request.host}`;
  const span = trace.getTracer('calls').startSpan(name, {
    kind: SpanKind.CLIENT,
    attributes: {
      'http.request.method': request.method,
      'server.address': request.host,
      ...(operation ? { 'rpc.system': 'aws-api', 'rpc.service': service, 'rpc.method': operation } : {}),
    },
  });
  spans.set(request, span);
}

function end(request: ClientRequest, statusCode: number): void {
  const span = spans.get(request);
  if (!span) return;
  spans.delete(request);
  if (statusCode > 0) span.setAttribute('http.response.status_code', statusCode);
  if (statusCode === 0 || statusCode >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
