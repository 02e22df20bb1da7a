signer: hmacSigner(async () => 'a key for tests'),
