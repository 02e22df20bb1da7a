import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, it } from 'vitest';
import { handler } from '../../src/aws/http';
import { contextFor } from '../../src/local/context';
import { sampleEvent } from '../support/events';

function get(path: string) {
  const event = sampleEvent<APIGatewayProxyEventV2>('http');
  event.rawPath = path;
  event.requestContext.http = { ...event.requestContext.http, method: 'GET', path };
  return handler(event, contextFor('http'));
}

it('GET /orders/{id} answers with the order as it was placed', async () => {
  const placed = await handler(sampleEvent('http'), contextFor('http'));
  const found = await get('/orders/ord-1001');
  expect(found.statusCode).toBe(200);
  expect(JSON.parse(found.body ?? '')).toEqual(JSON.parse(placed.body ?? ''));
});

it('GET /orders/{id} is a 404 for an unknown id and for one that no order can have', async () => {
  expect((await get('/orders/ord-9999')).statusCode).toBe(404);
  expect((await get('/orders/..%2Fsecret')).statusCode).toBe(404);
});
