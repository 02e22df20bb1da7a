import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rightsOf, theOne } from '../program.ts';

test('a file that could not be worked on is set aside', async () => {
  const { inputs } = await theOne('aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', 'object-failures');
  assert.match(inputs.destinationConfig.onFailure.destination, /object-dead-letters$/);
});

test('the function reads files of orders and cannot write, so that it never starts itself', async () => {
  const read = (await rightsOf('object')).find(({ Sid }) => Sid === 'ReadUploads');
  assert.match(String(read?.Resource), /uploads\/\*\.jsonl$/);
  assert.equal(read?.Action, 's3:GetObject');
});

test('only this bucket of this account may call', async () => {
  const { inputs } = await theOne('aws:lambda/permission:Permission', 'object-permission');
  assert.match(inputs.sourceArn, /uploads$/);
  assert.equal(inputs.sourceAccount, '123456789012');
});
