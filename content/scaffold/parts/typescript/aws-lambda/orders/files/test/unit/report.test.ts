import { afterEach, describe, expect, it, vi } from 'vitest';
import { logger, metrics } from '../../src/aws/observability';
import { report } from '../../src/aws/report';
import { placeOrder } from '../../src/orders/place-order';
import { goodOrder, portsForTests } from '../support/ports';

const count = vi.spyOn(metrics, 'addMetric');
const info = vi.spyOn(logger, 'info');
const warn = vi.spyOn(logger, 'warn');

afterEach(() => vi.clearAllMocks());

describe('report', () => {
  it('counts an order once, however often it comes', async () => {
    const ports = portsForTests();
    report(await placeOrder(goodOrder, ports), {});
    report(await placeOrder(goodOrder, ports), {});
    expect(count.mock.calls).toEqual([['OrdersPlaced', 'Count', 1]]);
    expect(info).toHaveBeenCalledTimes(2);
  });

  it('says what is wrong with an order and where it came from', async () => {
    report(await placeOrder({ ...goodOrder, id: '' }, portsForTests()), { key: 'orders.jsonl', line: 7 });
    expect(count.mock.calls).toEqual([['OrdersRejected', 'Count', 1]]);
    expect(warn.mock.calls[0]?.[1]).toMatchObject({ reason: 'invalid', key: 'orders.jsonl', line: 7 });
  });

  it('keeps what a customer ordered out of the log', async () => {
    report(await placeOrder(goodOrder, portsForTests()), {});
    expect(JSON.stringify(info.mock.calls)).not.toMatch(/tea-green|cus-7/);
  });
});
