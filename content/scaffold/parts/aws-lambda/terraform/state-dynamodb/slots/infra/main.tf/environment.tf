{ ORDERS_TABLE = aws_dynamodb_table.orders.name },
