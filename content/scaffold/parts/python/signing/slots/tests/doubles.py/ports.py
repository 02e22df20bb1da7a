signer=Stamp(),
