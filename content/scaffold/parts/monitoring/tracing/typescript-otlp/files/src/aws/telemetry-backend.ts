import { type Context, defaultTextMapGetter, type Link, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
// <% slot imports %>

const propagator = new W3CTraceContextPropagator();

/** Sends spans by OTLP over HTTP to the endpoint of the stage; without an endpoint there is nobody to send to. */
export function createExporter(): SpanExporter | undefined {
  const endpoint = process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint) return undefined;
  // <% slot prepare %>
  return new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    // <% slot options %>
    // Shorter than the pause before a second try: one try is all that somebody should wait for.
    timeoutMillis: 800,
    // A connection that stood still while the function was frozen may be dead; after four seconds it is not used again.
    httpAgentOptions: { keepAlive: true, timeout: 4000 },
  });
}

interface Carrier {
  readonly headers?: Readonly<Record<string, string>>;
  readonly Records?: readonly {
    readonly messageAttributes?: Readonly<Record<string, { readonly stringValue?: string } | undefined>>;
  }[];
}

/**
 * Where the invocation comes from: the trace of the caller over HTTP, or the traces of the senders of messages, as links,
 * since one batch has many senders. Both travel as `traceparent` (W3C Trace Context).
 */
export function originOf(event: unknown): { parent: Context; links: Link[] } {
  const { headers, Records } = (event ?? {}) as Carrier;
  const links = (Records ?? []).flatMap(({ messageAttributes }) => {
    const sender = trace.getSpanContext(extract({ traceparent: messageAttributes?.traceparent?.stringValue }));
    return sender ? [{ context: sender }] : [];
  });
  return { parent: extract(headers ?? {}), links };
}

function extract(carrier: unknown): Context {
  return propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter);
}
