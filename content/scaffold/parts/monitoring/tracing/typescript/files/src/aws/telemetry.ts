import {
  type Attributes,
  context as activeContext,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Context } from 'aws-lambda';
import { createExporter, originOf } from './telemetry-backend';
import { traceOutgoingCalls } from './telemetry-calls';

type Handler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/** What a trigger is called in the conventions of OpenTelemetry, and whether somebody waits for the answer. */
const triggers: Readonly<Record<string, { kind: SpanKind; trigger: string }>> = {
  http: { kind: SpanKind.SERVER, trigger: 'http' },
  schedule: { kind: SpanKind.SERVER, trigger: 'timer' },
  queue: { kind: SpanKind.CONSUMER, trigger: 'pubsub' },
  object: { kind: SpanKind.CONSUMER, trigger: 'datasource' },
  stream: { kind: SpanKind.CONSUMER, trigger: 'datasource' },
  events: { kind: SpanKind.CONSUMER, trigger: 'pubsub' },
};

/** Nobody waits longer than this for spans to leave, however slow the backend is. */
const flushLimitMillis = 1000;
/** After a failure the function does not wait for the backend for a while, so that its trouble is not ours. */
const pauseAfterFailureMillis = 30_000;

let firstInvocation = true;

/**
 * A handler that leaves a span for each invocation. Lambda freezes the process as soon as a handler returns, so the spans
 * are sent before that. Without a place to send them to, on a developer's machine and in tests, it is the handler itself.
 */
export function traced<Event, Result>(
  name: string,
  handler: Handler<Event, Result>,
  exporter: SpanExporter | undefined = createExporter(),
): Handler<Event, Result> {
  if (!exporter) return handler;
  const provider = start(exporter);
  const { kind, trigger } = triggers[name] ?? { kind: SpanKind.SERVER, trigger: 'other' };
  const flush = flusherOf(provider);

  return async (event, context) => {
    const origin = originOf(event);
    const attributes = { 'faas.trigger': trigger, ...invocationOf(context), ...detailsOf(event) };
    const options = { kind, attributes, links: origin.links };
    const span = trace.getTracer(name).startSpan(spanNameOf(name, event), options, origin.parent);
    try {
      const result = await activeContext.with(trace.setSpan(origin.parent, span), () => handler(event, context));
      describeResult(span, result);
      return result;
    } catch (error) {
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
      throw error;
    } finally {
      span.end();
      await flush(context);
    }
  };
}

function start(exporter: SpanExporter): TracerProvider {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': process.env.OTEL_SERVICE_NAME ?? process.env.AWS_LAMBDA_FUNCTION_NAME,
      'deployment.environment.name': process.env.STAGE,
      'cloud.provider': 'aws',
      'cloud.platform': 'aws_lambda',
      'cloud.region': process.env.AWS_REGION,
      'faas.name': process.env.AWS_LAMBDA_FUNCTION_NAME,
      'faas.version': process.env.AWS_LAMBDA_FUNCTION_VERSION,
    }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  trace.setGlobalTracerProvider(provider);
  activeContext.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  traceOutgoingCalls();
  return provider;
}

/** Sends what has gathered. It waits within its limit and never throws: a lost span must not lose an order. */
function flusherOf(provider: TracerProvider): (context: Context) => Promise<void> {
  let pausedUntil = 0;
  return async context => {
    const left = (context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) - 100;
    if (left <= 0 || Date.now() < pausedUntil) return;
    try {
      await provider.forceFlush({ timeoutMillis: Math.min(flushLimitMillis, left) });
    } catch (failures) {
      pausedUntil = Date.now() + pauseAfterFailureMillis;
      console.warn(JSON.stringify({ level: 'WARN', message: 'Spans could not be sent', reason: String(failures) }));
    }
  };
}

function invocationOf(context: Context): Attributes {
  const coldStart = firstInvocation && process.env.AWS_LAMBDA_INITIALIZATION_TYPE !== 'provisioned-concurrency';
  firstInvocation = false;
  return {
    'faas.coldstart': coldStart,
    'faas.invocation_id': context.awsRequestId,
    // The ARN of the function ends after its name; what follows is the alias it was called by, which may point elsewhere
    // tomorrow.
    'cloud.resource_id': context.invokedFunctionArn?.split(':').slice(0, 7).join(':'),
    'cloud.account.id': context.invokedFunctionArn?.split(':')[4],
  };
}

interface KnownEvent {
  readonly routeKey?: string;
  readonly rawPath?: string;
  readonly requestContext?: { readonly http?: { readonly method?: string } };
  readonly Records?: readonly unknown[];
}

/** Names are counted and compared, so they hold no identifiers: of a path only its first part. */
function spanNameOf(name: string, event: unknown): string {
  const { routeKey, rawPath = '', requestContext } = (event ?? {}) as KnownEvent;
  const method = requestContext?.http?.method;
  if (!method) return name;
  return routeKey?.includes(' ') ? routeKey : `${method} /${rawPath.split('/')[1] ?? ''}`;
}

/** What can be said of an event without its contents: those are the business of customers, not of a trace. */
function detailsOf(event: unknown): Attributes {
  const { routeKey, rawPath, requestContext, Records } = (event ?? {}) as KnownEvent;
  if (Records) return { 'messaging.batch.message_count': Records.length };
  if (!requestContext?.http) return {};
  return {
    'http.request.method': requestContext.http.method,
    'http.route': routeKey?.split(' ')[1],
    'url.path': rawPath,
  };
}

function describeResult(span: Span, result: unknown): void {
  const { statusCode, batchItemFailures } = (result ?? {}) as { statusCode?: unknown; batchItemFailures?: unknown };
  if (Array.isArray(batchItemFailures)) span.setAttribute('app.batch.failures', batchItemFailures.length);
  if (typeof statusCode !== 'number') return;
  span.setAttribute('http.response.status_code', statusCode);
  if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
}
