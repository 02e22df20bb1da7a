import assert from 'node:assert/strict';
import { test } from 'node:test';
import { theOne } from '../program.ts';

test('a message that fails each time is set aside', async () => {
  const { redrivePolicy } = (await theOne('aws:sqs/queue:Queue', 'queue')).inputs;
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(redrivePolicy);
  assert.match(deadLetterTargetArn, /queue-dead-letters$/);
  assert.ok(maxReceiveCount >= 3);
});

test('a message stays hidden as long as it may be worked on', async () => {
  const { timeout } = (await theOne('aws:lambda/function:Function', 'queue-function')).inputs;
  assert.ok((await theOne('aws:sqs/queue:Queue', 'queue')).inputs.visibilityTimeoutSeconds >= 6 * timeout);
});

test('only what failed comes again, and no more at once than the stage allows', async () => {
  const { inputs } = await theOne('aws:lambda/eventSourceMapping:EventSourceMapping', 'queue-source');
  assert.deepEqual(inputs.functionResponseTypes, ['ReportBatchItemFailures']);
  assert.ok(inputs.scalingConfig.maximumConcurrency >= 2);
  assert.match(inputs.functionName, /queue-live$/);
});
