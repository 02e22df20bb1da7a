process.env.ORDERS_BUCKET = 'orders-bucket';
