import type { Http } from '../http.ts';
import type { Shared } from '../shared.ts';
import { createAlarm } from './alarm.ts';
import type { Graph } from './dashboard.ts';

/** What callers see: answers that are our fault, and how long they wait. */
export function watchHttp({ api }: Http, shared: Shared): Graph[] {
  const metrics = { namespace: 'AWS/ApiGateway', dimensions: { ApiId: api.id }, period: 60 };
  createAlarm('http-5xx', shared, {
    ...metrics,
    description: 'Callers get answers with status 5xx.',
    metric: '5xx',
    statistic: 'Sum',
    periods: 1,
    threshold: 1,
  });
  createAlarm('http-latency', shared, {
    ...metrics,
    description: 'One answer in a hundred takes more than two seconds.',
    metric: 'Latency',
    statistic: 'p99',
    periods: 5,
    threshold: 2000,
  });
  const graph = (metric: string, stat: string) => ['AWS/ApiGateway', metric, 'ApiId', api.id, { stat }];
  return [
    { title: 'Answers', metrics: [graph('Count', 'Sum'), graph('4xx', 'Sum'), graph('5xx', 'Sum')] },
    { title: 'Time to answer (ms)', metrics: [graph('Latency', 'p50'), graph('Latency', 'p99')] },
  ];
}
