// <% slot import-discount %>
// <% slot import-flags %>
import { ConflictError, type Once } from './once';
import { type Order, parseOrder, totalOf } from './order';
// <% slot import-signer %>
// <% slot import-store %>

/** What placing an order needs from outside. Each platform and each test brings its own. */
export interface OrderPorts {
  readonly once: Once;
  // <% slot ports %>
}

export interface PlacedOrder extends Order {
  /** What the customer pays, in cents. */
  total: number;
  // <% slot fields %>
  /** ISO 8601, UTC. */
  readonly placedAt: string;
}

/** A bad order is an expected outcome and no error: callers decide what it means where they are. */
export type Outcome =
  | { readonly kind: 'placed'; readonly order: PlacedOrder; readonly repeated: boolean }
  | { readonly kind: 'invalid' | 'conflict'; readonly problems: readonly string[] };

/** Checks, prices and places an order. The same order again changes nothing and has the same outcome. */
export async function placeOrder(input: unknown, ports: OrderPorts): Promise<Outcome> {
  const parsed = parseOrder(input);
  if (!parsed.ok) return { kind: 'invalid', problems: parsed.problems };
  const { order } = parsed;
  let repeated = true;
  try {
    const result = await ports.once(`order#${order.id}`, order, async () => {
      repeated = false;
      const placed: PlacedOrder = { ...order, total: totalOf(order), placedAt: new Date().toISOString() };
      // <% slot price %>
      // <% slot sign %>
      // <% slot keep %>
      return placed;
    });
    return { kind: 'placed', order: result, repeated };
  } catch (error) {
    if (error instanceof ConflictError) return { kind: 'conflict', problems: ['id belongs to another order'] };
    throw error;
  }
}
