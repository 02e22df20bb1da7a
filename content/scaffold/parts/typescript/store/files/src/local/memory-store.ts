import type { OrderStore } from '../orders/store';

/** A store that lasts as long as the process. It keeps texts, so that nobody changes a record by its reference. */
export function memoryStore(): OrderStore {
  const records = new Map<string, string>();
  return {
    async save(id, value) {
      if (!records.has(id)) records.set(id, JSON.stringify(value));
    },
    async find(id) {
      const kept = records.get(id);
      return kept === undefined ? undefined : JSON.parse(kept);
    },
  };
}
