import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { context as activeContext, trace } from '@opentelemetry/api';
import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { traced } from '../../src/aws/telemetry';

const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
const traceId = '5759e988bd862e3fe1be46a994272793';
const parentId = '53995c3f42cd8ad8';
let daemon: Socket;

beforeEach(async () => {
  daemon = createSocket('udp4').bind(0, '127.0.0.1');
  await once(daemon, 'listening');
  vi.stubEnv('AWS_XRAY_DAEMON_ADDRESS', `127.0.0.1:${daemon.address().port}`);
});

afterEach(() => {
  daemon.close();
  vi.unstubAllEnvs();
  trace.disable();
  activeContext.disable();
});

it('hands the span to the daemon, under the trace that Lambda has begun', async () => {
  vi.stubEnv('_X_AMZN_TRACE_ID', `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=${parentId};Sampled=1`);
  const arrival = once(daemon, 'message');
  await traced('queue', async () => 'done')({}, context);
  const [header, body = ''] = String((await arrival)[0]).split('\n');
  expect(header).toBe('{"format":"json","version":1}');
  expect(body.slice(0, 3)).toBe('T1S');
  // The identifiers stand in the message as they are; what else it says is the business of the library.
  const bytes = Buffer.from(body.slice(3), 'base64').toString('hex');
  expect(bytes).toContain(traceId);
  expect(bytes).toContain(parentId);
});

it('sends nothing of a trace that is not sampled', async () => {
  vi.stubEnv('_X_AMZN_TRACE_ID', `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=${parentId};Sampled=0`);
  const listener = vi.fn();
  daemon.on('message', listener);
  await traced('queue', async () => 'done')({}, context);
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(listener).not.toHaveBeenCalled();
});
