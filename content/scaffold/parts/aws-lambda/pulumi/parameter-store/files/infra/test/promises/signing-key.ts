import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, rightsOf, stage } from '../program.ts';

test('functions may read the signing key of their stage and no other parameter', async () => {
  for (const { name } of await all('aws:lambda/function:Function')) {
    const read = (await rightsOf(name.replace(/-function$/, ''))).find(({ Sid }) => Sid === 'ReadSigningKey');
    assert.ok(String(read?.Resource).endsWith(`/${stage}/signing-key`), name);
  }
});
