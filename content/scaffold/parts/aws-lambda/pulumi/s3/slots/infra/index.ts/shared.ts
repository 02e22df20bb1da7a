orders: createOrders(),
