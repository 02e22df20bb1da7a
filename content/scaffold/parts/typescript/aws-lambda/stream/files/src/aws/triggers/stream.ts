import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { KinesisStreamBatchResponse, KinesisStreamEvent, KinesisStreamRecord } from 'aws-lambda';
import { parseJson } from '../../orders/order';
import { placeOrder } from '../../orders/place-order';
import type { Dependencies } from '../dependencies';
import { logger, observed } from '../observability';
import { report } from '../report';

const processor = new BatchProcessor(EventType.KinesisDataStreams);

/**
 * An order per record, one after the other, because a stream promises an order of its records. After a failure Lambda
 * goes back to the first record that failed and delivers what follows again; what was placed is recognised.
 */
export function stream(dependencies: Dependencies) {
  return observed<KinesisStreamEvent, KinesisStreamBatchResponse>(
    () => undefined,
    async (event, context) => {
      const ports = { ...dependencies, once: dependencies.onceFor(context) };
      const place = async ({ kinesis }: KinesisStreamRecord) => {
        const { sequenceNumber } = kinesis;
        const text = Buffer.from(kinesis.data, 'base64').toString('utf8');
        const outcome = await placeOrder(parseJson(text), ports).catch((error: unknown) => {
          logger.error('Record failed', { error: error as Error, sequenceNumber });
          throw error;
        });
        // A bad order is reported and left behind: tried again it would hold up everything behind it in its shard.
        report(outcome, { sequenceNumber });
      };
      return processPartialResponse(event, place, processor, { context, processInParallel: false });
    },
  );
}
