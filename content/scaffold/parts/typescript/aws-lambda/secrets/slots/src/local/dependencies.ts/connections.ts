signer: hmacSigner(async () => signingKey),
