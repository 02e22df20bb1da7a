it('keeps one connection, and makes a new one when it is lost', async () => {
  await store.find('a');
  await store.find('a');
  expect(fakeRedis.connections.size).toBe(1);
  const [lost] = fakeRedis.connections;
  lost?.destroy();
  await vi.waitUntil(() => lost && !fakeRedis.connections.has(lost));
  expect(await store.find('a')).toBeUndefined();
  expect(fakeRedis.connections.size).toBe(1);
});

it('does not wait for ever for an answer, and is well again afterwards', async () => {
  fakeRedis.silent = true;
  await expect(store.find('a')).rejects.toThrow();
  fakeRedis.silent = false;
  expect(await store.find('a')).toBeUndefined();
});
