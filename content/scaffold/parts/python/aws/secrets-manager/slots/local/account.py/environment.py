"SIGNING_KEY_SECRET": "signing-key",
