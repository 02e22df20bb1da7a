import type { Http } from '../http.ts';
import type { Shared } from '../shared.ts';
import { createAlarm } from './alarm.ts';
import type { Graph } from './dashboard.ts';

/** What callers see: answers that are our fault, and how long they wait. */
export function watchHttp({ api }: Http, shared: Shared): Graph[] {
  const metrics = { namespace: 'AWS/ApiGateway', dimensions: { ApiId: api.id } };
  createAlarm('http-5xx', shared, {
    ...metrics,
    description: 'Five callers or more got an answer with status 5xx within five minutes.',
    metric: '5xx',
    statistic: 'Sum',
    period: 300,
    periods: 1,
    threshold: 5,
  });
  createAlarm('http-latency', shared, {
    ...metrics,
    description: 'One answer in a hundred takes more than three seconds.',
    metric: 'Latency',
    statistic: 'p99',
    period: 300,
    periods: 3,
    threshold: 3000,
  });
  const graph = (metric: string, stat: string) => ['AWS/ApiGateway', metric, 'ApiId', api.id, { stat }];
  return [
    { title: 'Answers', metrics: [graph('Count', 'Sum'), graph('4xx', 'Sum'), graph('5xx', 'Sum')] },
    { title: 'Time to answer (ms)', metrics: [graph('Latency', 'p50'), graph('Latency', 'p99')] },
  ];
}
