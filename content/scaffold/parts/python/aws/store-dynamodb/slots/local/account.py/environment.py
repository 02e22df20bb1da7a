"ORDERS_TABLE": "orders",
