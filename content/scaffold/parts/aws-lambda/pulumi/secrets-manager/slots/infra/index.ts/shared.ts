signingKey: createSigningKey(),
