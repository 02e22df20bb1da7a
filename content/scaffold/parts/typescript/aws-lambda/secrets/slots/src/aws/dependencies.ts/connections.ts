signer: openSigner(),
