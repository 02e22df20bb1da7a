import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage, theOne } from '../program.ts';

test('orders can be brought back, and are not deleted by mistake', async () => {
  const { inputs } = await theOne('aws:dynamodb/table:Table', 'orders');
  assert.equal(inputs.pointInTimeRecovery.enabled, true);
  assert.equal(inputs.deletionProtectionEnabled, stage !== 'dev');
});
