// <% slot import-vitest %>
import { openStore } from '../../src/aws/store';
// <% slot import-cloud %>

const store = openStore();

describe('the store in the cloud', () => {
  it('keeps the first record under an id', async () => {
    await store.save('a', { id: 'a', lines: [{ n: 1 }] });
    await store.save('a', { id: 'a', lines: [] });
    expect(await store.find('a')).toEqual({ id: 'a', lines: [{ n: 1 }] });
  });

  it('finds nothing under an unknown id', async () => {
    expect(await store.find('b')).toBeUndefined();
  });

  // <% slot more apart %>
});
