it('keeps records under orders/ in the bucket of the setting', async () => {
  await store.save('a', { id: 'a' });
  expect(cloud.objects.get('/orders-bucket/orders/a.json')).toBe('{"id":"a"}');
});
