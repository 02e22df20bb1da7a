import { describe, expect, it } from 'vitest';
import { discountOn } from '../../src/orders/discount';
import { placeOrder } from '../../src/orders/place-order';
import { goodOrder, portsForTests } from '../support/ports';

const on = { isOn: async () => true };
const off = { isOn: async () => false };

describe('discountOn', () => {
  it.each([
    [10_000, 0],
    [10_001, 500],
    [10_009, 500],
    [10_010, 501],
    [10_030, 502],
    [1_000_000_000_000, 50_000_000_000],
  ])('takes from %i cents %i', async (total, discount) => {
    expect(await discountOn(total, on)).toBe(discount);
  });

  it('takes nothing while the flag is off', async () => {
    expect(await discountOn(20_000, off)).toBe(0);
  });
});

describe('an order with the discount', () => {
  const order = { ...goodOrder, lines: [{ sku: 'coffee', quantity: 10, unitPrice: 2000 }] };

  it('shows what was taken off', async () => {
    const outcome = await placeOrder(order, portsForTests({ flags: on }));
    expect(outcome).toMatchObject({ order: { total: 19_000, discount: 1000 } });
  });

  it('has no such field while the flag is off', async () => {
    const outcome = await placeOrder(order, portsForTests({ flags: off }));
    expect(outcome).toMatchObject({ order: { total: 20_000 } });
    expect(outcome.kind === 'placed' && outcome.order).not.toHaveProperty('discount');
  });
});
