import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { OrderFunction } from './function.ts';
import { createDeadLetters, createQueue } from './queues.ts';
import { functionSettings } from './settings.ts';
import type { Shared } from './shared.ts';

/** After five tries a message is set aside: more would only hold up the others, fewer would give up at a short outage. */
const tries = 5;
/** How long a batch may fill, in seconds. */
const window = 1;

export interface QueueTrigger {
  readonly function: OrderFunction;
  readonly source: aws.sqs.Queue;
  readonly deadLetters: aws.sqs.Queue;
}

/** Orders that come as messages, in batches. */
export function createQueueTrigger(shared: Shared): QueueTrigger {
  const { timeout, concurrency } = functionSettings('queue');
  const deadLetters = createDeadLetters('queue');
  const source = createQueue('queue', {
    // A message stays hidden for six times the time-out: a batch that Lambda has to try again is not seen by another function
    // meanwhile (docs.aws.amazon.com, Using Lambda with SQS, 2026-11).
    visibilityTimeoutSeconds: 6 * timeout + window,
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: tries }),
  });
  const queue = new OrderFunction('queue', {
    description: 'Takes orders from the queue',
    shared,
    statements: [
      {
        Sid: 'TakeMessages',
        Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
        Resource: source.arn,
      },
    ],
  });
  new aws.lambda.EventSourceMapping(
    'queue-source',
    {
      eventSourceArn: source.arn,
      functionName: queue.live.arn,
      batchSize: 10,
      maximumBatchingWindowInSeconds: window,
      // Only the messages that failed come again, not the whole batch.
      functionResponseTypes: ['ReportBatchItemFailures'],
      // A limit here, and not on the function: a reserved concurrency would refuse batches, and their messages would use up
      // their tries for nothing.
      scalingConfig: { maximumConcurrency: concurrency },
    },
    { parent: queue },
  );
  return { function: queue, source, deadLetters };
}
