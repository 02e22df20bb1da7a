r"/orders/[A-Za-z0-9_-]{1,64}": "GET",
