// <% slot import-memory-store %>
import { onceInMemory } from '../../src/local/once';
import type { OrderPorts } from '../../src/orders/place-order';
// <% slot import-signer %>

/** What an order needs, all in memory. A test replaces what it is about. */
export function portsForTests(own: Partial<OrderPorts> = {}): OrderPorts {
  return {
    once: onceInMemory(),
    // <% slot ports %>
    ...own,
  };
}

/** An order without anything wrong. */
export const goodOrder = {
  id: 'ord-1001',
  customer: 'cus-7',
  lines: [{ sku: 'tea-green-100', quantity: 2, unitPrice: 450 }],
};
