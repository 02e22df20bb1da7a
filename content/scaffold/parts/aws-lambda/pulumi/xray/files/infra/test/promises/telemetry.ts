import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from '../program.ts';

test('every function is traced', async () => {
  for (const { name, inputs } of await all('aws:lambda/function:Function')) {
    assert.deepEqual(inputs.tracingConfig, { mode: 'Active' }, name);
    assert.ok(inputs.environment.variables.OTEL_SERVICE_NAME, name);
  }
});
