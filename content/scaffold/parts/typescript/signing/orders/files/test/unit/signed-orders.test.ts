import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { placeOrder } from '../../src/orders/place-order';
import { hmacSigner } from '../../src/orders/signer';
import { goodOrder, portsForTests } from '../support/ports';

it('an order is signed over its id and its total', async () => {
  const signer = hmacSigner(async () => 'key');
  const outcome = await placeOrder(goodOrder, portsForTests({ signer }));
  const signature = createHmac('sha256', 'key').update('ord-1001:900').digest('hex');
  expect(outcome).toMatchObject({ order: { signature } });
});

it('an order is not placed when there is no key', async () => {
  const signer = hmacSigner(() => Promise.reject(new Error('There is no signing key.')));
  await expect(placeOrder(goodOrder, portsForTests({ signer }))).rejects.toThrow('There is no signing key.');
});
