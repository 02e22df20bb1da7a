import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from '../program.ts';

test('the queue is watched for age and depth', async () => {
  const alarms = (await all('aws:cloudwatch/metricAlarm:MetricAlarm')).map(({ name }) => name);
  for (const name of ['queue-age', 'queue-depth']) assert.ok(alarms.includes(name), name);
});
