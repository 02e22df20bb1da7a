placed.signature = await ports.signer.sign(`${placed.id}:${placed.total}`);
