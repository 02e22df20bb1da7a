import { context as activeContext, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { ExportResultCode } from '@opentelemetry/core';
import { InMemorySpanExporter, type SpanExporter } from '@opentelemetry/sdk-trace';
import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { traced } from '../../src/aws/telemetry';

const arn = 'arn:aws:lambda:eu-central-1:123456789012:function:orders-dev-http';
const context = {
  awsRequestId: 'request-1',
  invokedFunctionArn: `${arn}:live`,
  getRemainingTimeInMillis: () => 60_000,
} as Context;
const request = {
  routeKey: 'POST /orders',
  rawPath: '/orders',
  headers: {},
  requestContext: { http: { method: 'POST' } },
};

describe('traced', () => {
  let exporter: InMemorySpanExporter;

  beforeEach(() => {
    exporter = new InMemorySpanExporter();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    trace.disable();
    activeContext.disable();
  });

  it('leaves the handler alone when spans have nowhere to go', () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', undefined);
    vi.stubEnv('AWS_XRAY_DAEMON_ADDRESS', undefined);
    const handler = async () => 'done';
    expect(traced('queue', handler)).toBe(handler);
  });

  it('sends a span before the handler returns', async () => {
    const handler = traced('http', async () => ({ statusCode: 201 }), exporter);
    expect(await handler(request, context)).toEqual({ statusCode: 201 });
    const [span, ...others] = exporter.getFinishedSpans();
    expect(others).toEqual([]);
    expect(span).toMatchObject({ name: 'POST /orders', kind: SpanKind.SERVER, status: { code: SpanStatusCode.UNSET } });
    expect(span?.attributes).toMatchObject({
      'faas.trigger': 'http',
      'faas.invocation_id': 'request-1',
      'cloud.resource_id': arn,
      'http.route': '/orders',
      'http.response.status_code': 201,
    });
  });

  it('keeps identifiers out of names', async () => {
    const handler = traced('http', async () => ({ statusCode: 200 }), exporter);
    await handler({ ...request, routeKey: '$default', rawPath: '/orders/ord-1001' }, context);
    expect(exporter.getFinishedSpans()[0]?.name).toBe('POST /orders');
  });

  it('counts the messages of a batch and those that failed', async () => {
    const handler = traced('queue', async () => ({ batchItemFailures: [{ itemIdentifier: '2' }] }), exporter);
    await handler({ Records: [{}, {}, {}] }, context);
    const [span] = exporter.getFinishedSpans();
    expect(span?.kind).toBe(SpanKind.CONSUMER);
    expect(span?.attributes).toMatchObject({ 'messaging.batch.message_count': 3, 'app.batch.failures': 1 });
  });

  it('records an error and lets it pass', async () => {
    const handler = traced('queue', () => Promise.reject(new Error('broken')), exporter);
    await expect(handler({}, context)).rejects.toThrow('broken');
    const [span] = exporter.getFinishedSpans();
    expect(span?.status.code).toBe(SpanStatusCode.ERROR);
    expect(span?.events.map(({ name }) => name)).toEqual(['exception']);
  });

  it('serves the request when the backend is away, and leaves it in peace for a while', async () => {
    const broken = failingExporter();
    const handler = traced('queue', async () => 'done', broken);
    expect([await handler({}, context), await handler({}, context)]).toEqual(['done', 'done']);
    expect(broken.export).toHaveBeenCalledOnce();
    expect(console.warn).toHaveBeenCalledOnce();
  });

  it('does not wait for the backend when the time of the invocation is over', async () => {
    const broken = failingExporter();
    const handler = traced('queue', async () => 'done', broken);
    expect(await handler({}, { ...context, getRemainingTimeInMillis: () => 50 })).toBe('done');
    expect(broken.export).not.toHaveBeenCalled();
  });
});

function failingExporter() {
  return {
    export: vi.fn<SpanExporter['export']>((_spans, done) =>
      done({ code: ExportResultCode.FAILED, error: new Error('away') }),
    ),
    shutdown: async () => undefined,
  };
}
