import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, statements, theOne } from '../program.ts';

test('every alarm is heard', async () => {
  for (const { name, inputs } of await all('aws:cloudwatch/metricAlarm:MetricAlarm')) {
    assert.match(String(inputs.alarmActions), /notices$/, name);
    assert.equal(inputs.treatMissingData, 'notBreaching', name);
  }
});

test('every function is watched for errors, throttles and time', async () => {
  const alarms = (await all('aws:cloudwatch/metricAlarm:MetricAlarm')).map(({ name }) => name);
  for (const { name } of await all('aws:lambda/function:Function'))
    for (const kind of ['errors', 'throttles', 'duration'])
      assert.ok(alarms.includes(name.replace(/-function$/, `-${kind}`)), `${name} ${kind}`);
});

test('every place for failures is watched', async () => {
  const alarms = (await all('aws:cloudwatch/metricAlarm:MetricAlarm')).map(({ name }) => name);
  for (const { name } of await all('aws:sqs/queue:Queue'))
    if (name.endsWith('-dead-letters')) assert.ok(alarms.includes(name), name);
});

test('only alarms of this account can send notices, and only encrypted', async () => {
  const [allow, deny] = statements(await theOne('aws:sns/topicPolicy:TopicPolicy'));
  assert.deepEqual(allow?.Condition, { StringEquals: { 'aws:SourceAccount': '123456789012' } });
  assert.equal(deny?.Effect, 'Deny');
  assert.equal(deny?.Sid, 'DenyPlaintext');
});

test('the dashboard shows something', async () => {
  const { dashboardBody } = (await theOne('aws:cloudwatch/dashboard:Dashboard')).inputs;
  for (const { properties } of JSON.parse(dashboardBody).widgets)
    assert.ok(properties.metrics.length > 0, properties.title);
});
