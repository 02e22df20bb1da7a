placed["signature"] = shop.signer.sign(f"{placed['id']}:{placed['total']}")
