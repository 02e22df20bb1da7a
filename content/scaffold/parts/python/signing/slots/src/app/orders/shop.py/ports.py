signer: Signer
