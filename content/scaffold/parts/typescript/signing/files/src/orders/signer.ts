import { createHmac } from 'node:crypto';

/** Signs texts, so that whoever has the key can tell whether they were altered. */
export interface Signer {
  sign(text: string): Promise<string>;
}

/** HMAC-SHA256 in hexadecimal. The key is asked for each time: whoever gives it decides how long it stays. */
export function hmacSigner(key: () => Promise<string>): Signer {
  return {
    async sign(text) {
      return createHmac('sha256', await key())
        .update(text)
        .digest('hex');
    },
  };
}
