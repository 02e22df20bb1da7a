import { describe, expect, it } from 'vitest';
import { placeOrder } from '../../src/orders/place-order';
import { goodOrder, portsForTests } from '../support/ports';

describe('placeOrder', () => {
  it('prices an order and says when it was placed', async () => {
    const outcome = await placeOrder(goodOrder, portsForTests());
    expect(outcome).toMatchObject({ kind: 'placed', repeated: false, order: { ...goodOrder, total: 900 } });
    expect(outcome.kind === 'placed' && outcome.order.placedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('has the same outcome when the same order comes again', async () => {
    const ports = portsForTests();
    const first = await placeOrder(goodOrder, ports);
    const second = await placeOrder(goodOrder, ports);
    expect(second).toEqual({ ...first, repeated: true });
  });

  it('refuses another order under an id that is taken', async () => {
    const ports = portsForTests();
    await placeOrder(goodOrder, ports);
    const outcome = await placeOrder({ ...goodOrder, customer: 'cus-8' }, ports);
    expect(outcome).toEqual({ kind: 'conflict', problems: ['id belongs to another order'] });
  });

  it('answers a bad order with its problems and does nothing', async () => {
    const once = () => Promise.reject(new Error('Nothing should be done.'));
    const outcome = await placeOrder({ ...goodOrder, id: '' }, portsForTests({ once }));
    expect(outcome).toMatchObject({ kind: 'invalid', problems: [expect.stringContaining('id')] });
  });

  it('lets failures of the surroundings pass, so that someone tries again', async () => {
    const once = () => Promise.reject(new Error('The table does not answer.'));
    await expect(placeOrder(goodOrder, portsForTests({ once }))).rejects.toThrow('The table does not answer.');
  });
});
