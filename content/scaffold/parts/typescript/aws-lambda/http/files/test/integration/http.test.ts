import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '../../src/aws/http';
import { contextFor } from '../../src/local/context';
import { sampleEvent } from '../support/events';
import { cloud } from '../support/fake-aws';

function call(method: string, path: string, body?: string, change: Partial<APIGatewayProxyEventV2> = {}) {
  const event = sampleEvent<APIGatewayProxyEventV2>('http');
  event.rawPath = path;
  event.requestContext.http = { ...event.requestContext.http, method, path };
  return handler({ ...event, body, ...change }, contextFor('http'));
}

const order = sampleEvent<APIGatewayProxyEventV2>('http').body ?? '';

describe('POST /orders', () => {
  it('places the order of the sample event', async () => {
    const answer = await handler(sampleEvent('http'), contextFor('http'));
    expect(answer.statusCode).toBe(201);
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ id: 'ord-1001', total: 900 });
  });

  it('takes a body in Base64', async () => {
    const body = Buffer.from(order).toString('base64');
    expect((await call('POST', '/orders', body, { isBase64Encoded: true })).statusCode).toBe(201);
  });

  it('answers the same to a caller that tries again', async () => {
    const first = await call('POST', '/orders', order);
    const second = await call('POST', '/orders', order);
    expect(second.statusCode).toBe(201);
    expect(JSON.parse(second.body ?? '')).toEqual(JSON.parse(first.body ?? ''));
  });

  it('refuses another order under the same id', async () => {
    await call('POST', '/orders', order);
    const answer = await call('POST', '/orders', order.replace('cus-7', 'cus-8'));
    expect(answer.statusCode).toBe(409);
  });

  it('asks to come back while the same order is being placed', async () => {
    await call('POST', '/orders', order);
    // As it is while the first call is still at work.
    for (const item of cloud.tables.get('idempotency')?.values() ?? []) item.status = { S: 'INPROGRESS' };
    const answer = await call('POST', '/orders', order);
    expect(answer).toMatchObject({ statusCode: 409, headers: { 'retry-after': '1' } });
  });

  it.each([
    ['no body', undefined],
    ['a body that is not JSON', '{"id":'],
    ['an order with problems', '{"id":"ord-1","customer":"cus-7","lines":[]}'],
    ['a body that is too large', JSON.stringify({ id: 'x'.repeat(70_000) })],
  ])('answers 400 to %s', async (_case, body) => {
    const answer = await call('POST', '/orders', body);
    expect(answer).toMatchObject({ statusCode: 400, headers: { 'content-type': 'application/problem+json' } });
    expect(cloud.requests).toEqual([]);
  });

  it('fails when the cloud does, so that the alarm for errors sees it', async () => {
    cloud.broken = 'idempotency';
    await expect(call('POST', '/orders', order)).rejects.toThrow();
  });
});

describe('other requests', () => {
  it('GET /health answers without asking anyone', async () => {
    expect((await call('GET', '/health')).statusCode).toBe(200);
    expect(cloud.requests).toEqual([]);
  });

  it('an unknown path is a 404', async () => {
    expect((await call('GET', '/admin')).statusCode).toBe(404);
    expect((await call('POST', '/orders/ord-1001/lines')).statusCode).toBe(404);
  });

  it('a known path with another method is a 405 that says which ones there are', async () => {
    expect(await call('DELETE', '/orders')).toMatchObject({ statusCode: 405, headers: { allow: 'POST' } });
  });
});
