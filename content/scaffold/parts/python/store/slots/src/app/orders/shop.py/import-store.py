from app.orders.store import Store
