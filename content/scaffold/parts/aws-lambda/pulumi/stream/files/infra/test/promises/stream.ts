import assert from 'node:assert/strict';
import { test } from 'node:test';
import { theOne } from '../program.ts';

test('a bad record holds up its shard for a while and not for ever', async () => {
  const { inputs } = await theOne('aws:lambda/eventSourceMapping:EventSourceMapping', 'stream-source');
  assert.equal(inputs.bisectBatchOnFunctionError, true);
  assert.ok(inputs.maximumRetryAttempts > 0);
  assert.deepEqual(inputs.functionResponseTypes, ['ReportBatchItemFailures']);
  assert.match(inputs.destinationConfig.onFailure.destinationArn, /stream-dead-letters$/);
});

test('records are encrypted, and outlive the time in which they are tried', async () => {
  const source = (await theOne('aws:kinesis/stream:Stream')).inputs;
  const mapping = (await theOne('aws:lambda/eventSourceMapping:EventSourceMapping', 'stream-source')).inputs;
  assert.equal(source.encryptionType, 'KMS');
  assert.ok(source.retentionPeriod * 3600 > mapping.maximumRecordAgeInSeconds);
});
