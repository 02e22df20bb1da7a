/** A key of its own for each start: no real key is ever needed on this machine. */
const signingKey = randomBytes(32).toString('hex');
