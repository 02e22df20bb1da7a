import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, rightsOf, statements, theOne } from '../program.ts';

test('a night that could not be closed is not lost', async () => {
  const { target } = (await theOne('aws:scheduler/schedule:Schedule')).inputs;
  assert.match(target.deadLetterConfig.arn, /schedule-dead-letters$/);
  const failures = await theOne('aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', 'schedule-failures');
  assert.match(failures.inputs.destinationConfig.onFailure.destination, /schedule-dead-letters$/);
  assert.ok((await rightsOf('schedule')).some(({ Sid }) => Sid === 'SetFailuresAside'));
});

test('the scheduler may call this function and nothing else', async () => {
  const rights = await theOne('aws:iam/rolePolicy:RolePolicy', 'schedule-caller-rights');
  const call = statements(rights).find(({ Action }) => Action === 'lambda:InvokeFunction');
  const [alias] = (await all('aws:lambda/alias:Alias')).filter(({ name }) => name === 'schedule-live');
  assert.equal(alias?.inputs.name, 'live');
  assert.match(String(call?.Resource), /schedule-live$/);
});

test('the function is told the time that was meant', async () => {
  const { target } = (await theOne('aws:scheduler/schedule:Schedule')).inputs;
  assert.equal(JSON.parse(target.input).time, '<aws.scheduler.scheduled-time>');
});

test('it is planned in UTC', async () => {
  assert.equal((await theOne('aws:scheduler/schedule:Schedule')).inputs.scheduleExpressionTimezone, 'UTC');
});
