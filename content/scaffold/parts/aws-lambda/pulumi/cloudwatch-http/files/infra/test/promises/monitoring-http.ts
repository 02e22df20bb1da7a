import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from '../program.ts';

test('the API is watched for faults and for slow answers', async () => {
  const alarms = (await all('aws:cloudwatch/metricAlarm:MetricAlarm')).map(({ name }) => name);
  for (const name of ['http-5xx', 'http-latency']) assert.ok(alarms.includes(name), name);
});
