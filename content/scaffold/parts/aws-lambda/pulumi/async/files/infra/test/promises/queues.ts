import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, statements } from '../program.ts';

test('queues are encrypted, at rest and on the way', async () => {
  const queues = await all('aws:sqs/queue:Queue');
  const policies = await all('aws:sqs/queuePolicy:QueuePolicy');
  for (const { name, inputs } of queues) {
    assert.equal(inputs.sqsManagedSseEnabled, true, name);
    const policy = policies.find(asked => asked.name === name);
    assert.ok(
      policy && statements(policy).some(({ Effect, Sid }) => Effect === 'Deny' && Sid === 'DenyPlaintext'),
      name,
    );
  }
});

test('what failed waits as long as it can', async () => {
  for (const { name, inputs } of await all('aws:sqs/queue:Queue'))
    if (name.endsWith('-dead-letters')) assert.equal(inputs.messageRetentionSeconds, 14 * 86_400, name);
});
