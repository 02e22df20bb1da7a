"SIGNING_KEY_PARAMETER": "/signing-key",
