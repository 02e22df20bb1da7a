/** The value of the secret, wherever it lives. */
signingKey: 'a key for tests',
