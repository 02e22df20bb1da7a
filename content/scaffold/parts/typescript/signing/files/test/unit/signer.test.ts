import { describe, expect, it } from 'vitest';
import { hmacSigner } from '../../src/orders/signer';

describe('hmacSigner', () => {
  it('signs as every other implementation of HMAC-SHA256 does', async () => {
    const signature = await hmacSigner(async () => 'key').sign('The quick brown fox jumps over the lazy dog');
    expect(signature).toBe('f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8');
  });

  it('takes a new key when there is one', async () => {
    const keys = ['old', 'new'];
    const signer = hmacSigner(async () => keys.shift() ?? '');
    expect(await signer.sign('a')).not.toBe(await signer.sign('a'));
  });
});
