import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/local/memory-store';
import { onceInMemory } from '../../src/local/once';
import { findOrder } from '../../src/orders/find-order';
import { placeOrder } from '../../src/orders/place-order';
import { goodOrder, portsForTests } from '../support/ports';

describe('orders in the store', () => {
  it('are found again', async () => {
    const store = memoryStore();
    const outcome = await placeOrder(goodOrder, portsForTests({ store }));
    expect(await findOrder('ord-1001', store)).toEqual(outcome.kind === 'placed' && outcome.order);
    expect(await findOrder('ord-9999', store)).toBeUndefined();
  });

  it('stay as they were placed first, even when nobody remembers that they were', async () => {
    const store = memoryStore();
    await placeOrder(goodOrder, portsForTests({ store, once: onceInMemory() }));
    await placeOrder({ ...goodOrder, customer: 'cus-8' }, portsForTests({ store, once: onceInMemory() }));
    expect(await findOrder('ord-1001', store)).toMatchObject({ customer: 'cus-7' });
  });

  it('are not mixed up with other records', async () => {
    const store = memoryStore();
    await store.save('day-2026-11-22', { day: '2026-11-22', closedAt: '2026-11-23T02:00:00.000Z' });
    expect(await findOrder('day-2026-11-22', store)).toBeUndefined();
  });
});
