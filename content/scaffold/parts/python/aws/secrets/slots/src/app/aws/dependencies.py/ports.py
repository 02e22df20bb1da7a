signer=HmacSigner(signing_key),
