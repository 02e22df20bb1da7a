import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { parseJson } from '../../orders/order';
import { placeOrder } from '../../orders/place-order';
import type { Dependencies } from '../dependencies';
import { logger, observed } from '../observability';
import { report } from '../report';

const processor = new BatchProcessor(EventType.SQS);

/**
 * An order per message. Only messages that were not placed come back, and after some attempts go to the dead-letter queue.
 * When nothing worked, and not only because orders were bad, the call fails as a whole: the code or the cloud is broken,
 * which the alarm for errors has to see.
 */
export function queue(dependencies: Dependencies) {
  return observed<SQSEvent, SQSBatchResponse>(
    () => undefined,
    async (event, context) => {
      const ports = { ...dependencies, once: dependencies.onceFor(context) };
      const rejected: string[] = [];
      const errors: unknown[] = [];
      const place = async ({ messageId, body }: SQSRecord) => {
        const outcome = await placeOrder(parseJson(body), ports).catch((error: unknown) => {
          logger.error('Message failed', { error: error as Error, messageId });
          errors.push(error);
          throw error;
        });
        report(outcome, { messageId });
        if (outcome.kind !== 'placed') rejected.push(messageId);
      };
      // Whether the call fails as a whole is decided below, where bad orders are known too.
      const settings = { context, throwOnFullBatchFailure: false };
      const { batchItemFailures } = await processPartialResponse(event, place, processor, settings);
      // Bad orders go to the dead-letter queue too, where someone can look at them. They are no failure of this function,
      // so they are added only here: a sender's mistake must not raise the alarm for errors or roll a release back.
      const failures = [...batchItemFailures, ...rejected.map(itemIdentifier => ({ itemIdentifier }))];
      if (errors.length > 0 && failures.length === event.Records.length)
        throw new Error('No message of the batch could be placed.', { cause: errors[0] });
      return { batchItemFailures: failures };
    },
  );
}
