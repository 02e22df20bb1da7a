import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/local/memory-store';

// The store of this machine is what every store has to be like; the one in the cloud is tried in test/integration.
describe('the store in memory', () => {
  it('keeps the first record under an id', async () => {
    const store = memoryStore();
    await store.save('a', { n: 1 });
    await store.save('a', { n: 2 });
    expect(await store.find('a')).toEqual({ n: 1 });
  });

  it('finds nothing under an unknown id', async () => {
    expect(await memoryStore().find('a')).toBeUndefined();
  });
});
