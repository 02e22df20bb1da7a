import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from '../program.ts';

test('every function has the extension, in a version that is named', async () => {
  for (const { name, inputs } of await all('aws:lambda/function:Function'))
    assert.match(String(inputs.layers), /:layer:Datadog-Extension-ARM:\d+$/, name);
});
