from app.orders.flags import Flags
