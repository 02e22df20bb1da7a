import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context as activeContext, SpanStatusCode, trace } from '@opentelemetry/api';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { traced } from '../../src/aws/telemetry';

const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
let server: Server;
let port: number;

beforeEach(async () => {
  server = createServer((request, response) => response.writeHead(request.url === '/missing' ? 404 : 200).end());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterEach(async () => {
  trace.disable();
  activeContext.disable();
  await new Promise(resolve => server.close(resolve));
});

function call(path: string, headers: Record<string, string> = {}): Promise<void> {
  return new Promise(resolve => {
    get({ host: '127.0.0.1', port, path, headers }, response => response.resume().on('end', resolve));
  });
}

it('leaves a span for each call below that of the invocation', async () => {
  const exporter = new InMemorySpanExporter();
  const handler = traced(
    'queue',
    async () => {
      await call('/', { 'x-amz-target': 'DynamoDB_20120810.PutItem' });
      await call('/missing');
    },
    exporter,
  );
  await handler({}, context);
  const [put, missing, invocation] = exporter.getFinishedSpans();
  expect(put?.attributes).toMatchObject({ 'rpc.method': 'PutItem', 'http.response.status_code': 200 });
  expect(put?.parentSpanContext?.spanId).toBe(invocation?.spanContext().spanId);
  expect(missing?.name).toBe('GET 127.0.0.1');
  expect(missing?.status.code).toBe(SpanStatusCode.ERROR);
});

it('leaves none for a call outside an invocation', async () => {
  const exporter = new InMemorySpanExporter();
  const handler = traced('queue', async () => undefined, exporter);
  await call('/');
  await handler({}, context);
  expect(exporter.getFinishedSpans()).toHaveLength(1);
});
