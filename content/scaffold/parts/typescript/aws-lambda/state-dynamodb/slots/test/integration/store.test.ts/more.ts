it('keeps records in the table of the setting', async () => {
  await store.save('a', { id: 'a' });
  expect(cloud.tables.get('orders')?.get('a')).toEqual({ id: { S: 'a' } });
});
