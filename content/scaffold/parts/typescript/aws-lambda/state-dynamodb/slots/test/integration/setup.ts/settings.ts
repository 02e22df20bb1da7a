process.env.ORDERS_TABLE = 'orders';
