import type { QueueTrigger } from '../queue.ts';
import type { Shared } from '../shared.ts';
import { createAlarm } from './alarm.ts';
import type { Graph } from './dashboard.ts';

/** Messages that wait: how long says that work is late, how many says how much there is. */
export function watchQueue({ source }: QueueTrigger, shared: Shared): Graph[] {
  const metrics = { namespace: 'AWS/SQS', dimensions: { QueueName: source.name }, statistic: 'Maximum', period: 60 };
  createAlarm('queue-age', shared, {
    ...metrics,
    description: 'The oldest order in the queue has waited for ten minutes. Work comes in faster than it is done.',
    metric: 'ApproximateAgeOfOldestMessage',
    periods: 5,
    threshold: 600,
  });
  createAlarm('queue-depth', shared, {
    ...metrics,
    description: 'A thousand orders wait in the queue.',
    metric: 'ApproximateNumberOfMessagesVisible',
    periods: 15,
    threshold: 1000,
  });
  const graph = (metric: string) => [['AWS/SQS', metric, 'QueueName', source.name, { stat: 'Maximum' }]];
  return [
    { title: 'Age of the oldest message (s)', metrics: graph('ApproximateAgeOfOldestMessage') },
    { title: 'Messages that wait', metrics: graph('ApproximateNumberOfMessagesVisible') },
  ];
}
