import type { PlacedOrder } from './place-order';
import type { OrderStore } from './store';

/** A placed order; undefined when there is none under this id. The store holds other records too, which are not shown. */
export async function findOrder(id: string, store: OrderStore): Promise<PlacedOrder | undefined> {
  const record = await store.find(id);
  return isPlacedOrder(record) ? record : undefined;
}

function isPlacedOrder(record: unknown): record is PlacedOrder {
  return typeof record === 'object' && record !== null && 'placedAt' in record;
}
