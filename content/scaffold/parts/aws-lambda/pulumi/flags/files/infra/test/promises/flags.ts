import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from '../program.ts';

test('every function knows every flag, as on or off', async () => {
  for (const { name, inputs } of await all('aws:lambda/function:Function')) {
    const flags: Record<string, unknown> = JSON.parse(inputs.environment.variables.FEATURE_FLAGS);
    assert.equal(typeof flags['order-discount'], 'boolean', name);
  }
});
