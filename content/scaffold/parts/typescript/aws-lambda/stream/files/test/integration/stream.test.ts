import type { KinesisStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '../../src/aws/stream';
import { contextFor } from '../../src/local/context';
import { sampleEvent } from '../support/events';
import { cloud } from '../support/fake-aws';

const call = (event: KinesisStreamEvent) => handler(event, contextFor('stream'));

/** The sample records, of which the first has other data. */
function withData(text: string): KinesisStreamEvent {
  const event = sampleEvent<KinesisStreamEvent>('stream');
  const [first] = event.Records;
  if (first) first.kinesis.data = Buffer.from(text).toString('base64');
  return event;
}

describe('the stream function', () => {
  it('places every order of a batch', async () => {
    expect(await call(sampleEvent('stream'))).toEqual({ batchItemFailures: [] });
    expect(cloud.tables.get('idempotency')?.size).toBe(2);
  });

  it('takes records that are delivered twice', async () => {
    await call(sampleEvent('stream'));
    expect(await call(sampleEvent('stream'))).toEqual({ batchItemFailures: [] });
    expect(cloud.tables.get('idempotency')?.size).toBe(2);
  });

  it.each(['no order', '{"id":"ord-4001","customer":"cus-7","lines":[]}'])('goes on after %s', async text => {
    expect(await call(withData(text))).toEqual({ batchItemFailures: [] });
    expect(cloud.tables.get('idempotency')?.size).toBe(1);
  });

  it('names the record from which the stream has to come again', async () => {
    const event = sampleEvent<KinesisStreamEvent>('stream');
    cloud.broken = 'ord-4002';
    const itemIdentifier = event.Records[1]?.kinesis.sequenceNumber;
    expect(await call(event)).toEqual({ batchItemFailures: [{ itemIdentifier }] });
  });

  it('fails as a whole when nothing works, so that the alarm for errors sees it', async () => {
    cloud.broken = 'idempotency';
    await expect(call(sampleEvent('stream'))).rejects.toThrow();
  });
});
