"GET /orders/{id}",
