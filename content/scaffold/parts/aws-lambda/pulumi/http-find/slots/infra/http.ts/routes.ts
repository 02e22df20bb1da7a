'find-order': 'GET /orders/{id}',
