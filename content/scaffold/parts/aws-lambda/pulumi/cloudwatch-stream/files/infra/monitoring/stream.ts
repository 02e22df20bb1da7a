import type { Shared } from '../shared.ts';
import type { StreamTrigger } from '../stream.ts';
import { createAlarm } from './alarm.ts';
import type { Graph } from './dashboard.ts';

/** How far the function is behind the stream. Behind by the retention, records are lost. */
export function watchStream({ function: reader, source }: StreamTrigger, shared: Shared): Graph[] {
  createAlarm('stream-age', shared, {
    description:
      'The function is ten minutes behind the stream. Work comes in faster than it is done, or a record holds it up.',
    namespace: 'AWS/Lambda',
    metric: 'IteratorAge',
    dimensions: { FunctionName: reader.name },
    statistic: 'Maximum',
    period: 60,
    periods: 5,
    threshold: 600_000,
  });
  return [
    {
      title: 'Behind the stream (ms)',
      metrics: [['AWS/Lambda', 'IteratorAge', 'FunctionName', reader.name, { stat: 'Maximum' }]],
    },
    {
      title: 'Records that came in',
      metrics: [['AWS/Kinesis', 'IncomingRecords', 'StreamName', source.name, { stat: 'Sum' }]],
    },
  ];
}
