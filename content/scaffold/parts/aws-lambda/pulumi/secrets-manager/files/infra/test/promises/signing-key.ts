import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from '../program.ts';

test('functions know where the signing key is, and not the key', async () => {
  for (const { name, inputs } of await all('aws:lambda/function:Function')) {
    const { variables } = inputs.environment;
    assert.match(variables.SIGNING_KEY_SECRET, /^arn:/, name);
    assert.ok(!JSON.stringify(variables).includes('made-up'), name);
  }
});
