"ORDERS_BUCKET": "orders",
