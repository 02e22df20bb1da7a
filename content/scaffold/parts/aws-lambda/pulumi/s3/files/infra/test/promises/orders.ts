import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, statements } from '../program.ts';

test('functions write orders, and none can delete them', async () => {
  for (const asked of await all('aws:iam/rolePolicy:RolePolicy')) {
    const keep = statements(asked).find(({ Sid }) => Sid === 'KeepOrders');
    if (!keep) continue;
    assert.equal(keep.Action, 's3:PutObject');
    assert.match(String(keep.Resource), /\/orders\/\*$/);
  }
});
