readonly signer: Signer;
