from app.orders.signing import Signer
