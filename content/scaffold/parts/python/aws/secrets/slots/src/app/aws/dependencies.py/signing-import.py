from app.orders.signing import HmacSigner
