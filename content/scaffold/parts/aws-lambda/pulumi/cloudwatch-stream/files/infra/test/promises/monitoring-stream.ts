import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from '../program.ts';

test('the reader of the stream is watched for being behind', async () => {
  const alarms = (await all('aws:cloudwatch/metricAlarm:MetricAlarm')).map(({ name }) => name);
  for (const name of ['stream-age']) assert.ok(alarms.includes(name), name);
});
