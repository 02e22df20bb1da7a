import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context as activeContext, trace } from '@opentelemetry/api';
import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { traced } from '../../src/aws/telemetry';

const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';
const traceparent = `00-${traceId}-${parentId}-01`;
let backend: Server;
let received: { path: string | undefined; body: string }[];

beforeEach(async () => {
  received = [];
  backend = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('hex');
    received.push({ path: request.url, body });
    response.end();
  }).listen(0, '127.0.0.1');
  await once(backend, 'listening');
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${(backend.address() as AddressInfo).port}/`);
  vi.stubEnv('TELEMETRY_SECRET', undefined);
});

afterEach(() => {
  backend.closeAllConnections();
  backend.close();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  trace.disable();
  activeContext.disable();
});

it('continues the trace of the caller', async () => {
  await traced('http', async () => ({ statusCode: 200 }))({ headers: { traceparent } }, context);
  expect(received).toHaveLength(1);
  expect(received[0]?.path).toBe('/v1/traces');
  // The identifiers stand in the message as they are; what else it says is the business of the library.
  expect(received[0]?.body).toContain(traceId);
  expect(received[0]?.body).toContain(parentId);
});

it('links to the senders of messages', async () => {
  const messages = [{ messageAttributes: { traceparent: { stringValue: traceparent } } }, { messageAttributes: {} }];
  await traced('queue', async () => 'done')({ Records: messages }, context);
  expect(received[0]?.body).toContain(traceId);
});

it('answers without a backend', async () => {
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:1');
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(await traced('queue', async () => 'done')({}, context)).toBe('done');
  expect(warn).toHaveBeenCalledOnce();
});
