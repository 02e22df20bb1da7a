import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '../../src/aws/queue';
import { contextFor } from '../../src/local/context';
import { sampleEvent } from '../support/events';
import { cloud } from '../support/fake-aws';

const call = (event: SQSEvent) => handler(event, contextFor('queue'));

/** The sample messages, of which one is replaced. */
function withBody(index: number, body: string): SQSEvent {
  const event = sampleEvent<SQSEvent>('queue');
  event.Records = event.Records.map((record, at) => (at === index ? { ...record, body } : record));
  return event;
}

describe('the queue function', () => {
  it('places every order of a batch', async () => {
    expect(await call(sampleEvent('queue'))).toEqual({ batchItemFailures: [] });
    expect(cloud.tables.get('idempotency')?.size).toBe(2);
  });

  it('takes messages that are delivered twice', async () => {
    await call(sampleEvent('queue'));
    expect(await call(sampleEvent('queue'))).toEqual({ batchItemFailures: [] });
    expect(cloud.tables.get('idempotency')?.size).toBe(2);
  });

  it.each([
    ['is not JSON', 'ord-2001'],
    ['is no good order', '{"id":"ord-2001","customer":"cus-7","lines":[]}'],
  ])('hands back a message that %s, and places the others', async (_case, body) => {
    const event = withBody(0, body);
    const itemIdentifier = event.Records[0]?.messageId;
    expect(await call(event)).toEqual({ batchItemFailures: [{ itemIdentifier }] });
    expect(cloud.tables.get('idempotency')?.size).toBe(1);
  });

  it('does not fail as a whole because all orders are bad', async () => {
    const event = withBody(0, 'no order');
    event.Records.splice(1);
    expect((await call(event)).batchItemFailures).toHaveLength(1);
  });

  it('hands back a message that failed, and places the others', async () => {
    const event = sampleEvent<SQSEvent>('queue');
    cloud.broken = 'ord-2002';
    expect(await call(event)).toEqual({ batchItemFailures: [{ itemIdentifier: event.Records[1]?.messageId }] });
  });

  it('fails as a whole when nothing works, so that the alarm for errors sees it', async () => {
    cloud.broken = 'idempotency';
    await expect(call(sampleEvent('queue'))).rejects.toThrow('No message');
  });

  it('fails as a whole when one message is bad and the only other one failed', async () => {
    cloud.broken = 'ord-2002';
    await expect(call(withBody(0, 'no order'))).rejects.toThrow('No message');
  });
});
