import type { EventBridgeEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '../../src/aws/events';
import { contextFor } from '../../src/local/context';
import { sampleEvent } from '../support/events';
import { cloud } from '../support/fake-aws';

type OrderRequested = EventBridgeEvent<'OrderRequested', unknown>;

const call = (change: Partial<OrderRequested> = {}) =>
  handler({ ...sampleEvent<OrderRequested>('events'), ...change }, contextFor('events'));

describe('the events function', () => {
  it('places the order of an event', async () => {
    expect(await call()).toMatchObject({ kind: 'placed', repeated: false, order: { id: 'ord-5001', total: 900 } });
  });

  it('recognises an event that comes again, even as a new one', async () => {
    await call();
    expect(await call({ id: 'another' })).toMatchObject({ kind: 'placed', repeated: true });
  });

  it('reports a bad order and does not fail', async () => {
    expect(await call({ detail: { id: 'ord-5001' } })).toMatchObject({ kind: 'invalid' });
    expect(cloud.requests).toEqual([]);
  });

  it('fails when the cloud does, so that the event comes again', async () => {
    cloud.broken = 'idempotency';
    await expect(call()).rejects.toThrow();
  });
});
