shop.store.save(order.id, placed)
