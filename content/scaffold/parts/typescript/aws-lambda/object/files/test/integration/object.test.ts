import { readFileSync } from 'node:fs';
import type { S3Event } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../src/aws/object';
import { contextFor } from '../../src/local/context';
import { sampleEvent } from '../support/events';
import { cloud } from '../support/fake-aws';

const sample = readFileSync('events/orders.jsonl', 'utf8');
const call = (event = sampleEvent<S3Event>('object')) => handler(event, contextFor('object'));

beforeEach(() => cloud.objects.set('/uploads/orders.jsonl', sample));

describe('the object function', () => {
  it('places every order of a file', async () => {
    expect(await call()).toEqual([{ key: 'orders.jsonl', placed: 3, rejected: 0 }]);
    expect(cloud.tables.get('idempotency')?.size).toBe(3);
  });

  it('takes a file that is delivered twice', async () => {
    await call();
    await call();
    expect(cloud.tables.get('idempotency')?.size).toBe(3);
  });

  it('goes on after a bad line', async () => {
    cloud.objects.set('/uploads/orders.jsonl', `no order\n{"id":"ord-1"}\n${sample}`);
    expect(await call()).toEqual([{ key: 'orders.jsonl', placed: 3, rejected: 2 }]);
  });

  it('finds a file whose name has spaces and umlauts', async () => {
    cloud.objects.set('/uploads/march%20%C3%BC.jsonl', sample);
    const event = sampleEvent<S3Event>('object');
    for (const { s3 } of event.Records) s3.object.key = 'march+%C3%BC.jsonl';
    expect(await call(event)).toMatchObject([{ key: 'march ü.jsonl', placed: 3 }]);
  });

  it('reads a file that is larger than a piece', async () => {
    const filler = `"${'x'.repeat(50_000)}"\n`.repeat(10);
    cloud.objects.set('/uploads/orders.jsonl', filler + sample);
    expect(await call()).toEqual([{ key: 'orders.jsonl', placed: 3, rejected: 10 }]);
  });

  it('fails when the file cannot be read, so that the event comes again', async () => {
    cloud.objects.clear();
    await expect(call()).rejects.toThrow();
  });
});
