await ports.store.save(order.id, placed);
