_create_table("orders")
