import type * as aws from '@pulumi/aws';
import type { Shared } from '../shared.ts';
import { createAlarm } from './alarm.ts';
import type { Graph } from './dashboard.ts';

/** One event set aside is one too many: somebody has to look at it within 14 days. */
export function watchDeadLetters(triggers: Readonly<Record<string, object>>, shared: Shared): Graph[] {
  const queues = Object.entries(triggers).flatMap(([trigger, parts]) =>
    'deadLetters' in parts ? [{ trigger, queue: parts.deadLetters as aws.sqs.Queue }] : [],
  );
  for (const { trigger, queue } of queues)
    createAlarm(`${trigger}-dead-letters`, shared, {
      description: `Events of ${trigger} failed each time and wait in the dead letters. README.md says what to do.`,
      namespace: 'AWS/SQS',
      metric: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: queue.name },
      statistic: 'Maximum',
      period: 60,
      periods: 1,
      threshold: 1,
    });
  const metrics = queues.map(({ queue }) => [
    'AWS/SQS',
    'ApproximateNumberOfMessagesVisible',
    'QueueName',
    queue.name,
    { stat: 'Maximum' },
  ]);
  return [{ title: 'Events that failed each time', metrics }];
}
