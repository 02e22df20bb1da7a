_create_bucket("orders")
