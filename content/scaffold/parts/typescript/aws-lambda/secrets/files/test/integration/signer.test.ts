import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { openSigner } from '../../src/aws/signer';
import { cloud } from '../support/fake-aws';

it('signs with the key that the cloud keeps, and fetches it once', async () => {
  const signer = openSigner();
  const signature = createHmac('sha256', 'a key for tests').update('ord-1001:900').digest('hex');
  expect(await signer.sign('ord-1001:900')).toBe(signature);
  expect(await signer.sign('ord-1001:900')).toBe(signature);
  expect(cloud.requests).toHaveLength(1);
});

it('does not sign with an empty key', async () => {
  cloud.signingKey = '';
  await expect(openSigner().sign('ord-1001:900')).rejects.toThrow();
});
