import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statements, theOne } from '../program.ts';

test('an event is set aside when it cannot be delivered, and when the function fails', async () => {
  const { deadLetterConfig } = (await theOne('aws:cloudwatch/eventTarget:EventTarget')).inputs;
  assert.match(deadLetterConfig.arn, /events-dead-letters$/);
  const { inputs } = await theOne('aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', 'events-failures');
  assert.match(inputs.destinationConfig.onFailure.destination, /events-dead-letters$/);
});

test('EventBridge may set aside what this rule could not deliver', async () => {
  const policy = await theOne('aws:sqs/queuePolicy:QueuePolicy', 'events-dead-letters');
  const allow = statements(policy).find(({ Sid }) => Sid === 'AllowSender');
  assert.match(String(allow?.Condition?.ArnEquals?.['aws:SourceArn']), /order-requested$/);
});

test('only this rule may call', async () => {
  const { inputs } = await theOne('aws:lambda/permission:Permission', 'events-permission');
  assert.match(inputs.sourceArn, /order-requested$/);
});
