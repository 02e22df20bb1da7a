import { describe, expect, it } from 'vitest';
import { openFlags } from '../../src/aws/flags';

describe('openFlags', () => {
  it.each([
    ['{"order-discount":true}', true],
    ['{"order-discount":false}', false],
    ['{"order-discount":"yes"}', false],
    ['{"another":true}', false],
    ['{}', false],
  ])('with %s is %s', async (setting, expected) => {
    expect(await openFlags(setting).isOn('order-discount')).toBe(expected);
  });

  it('refuses a setting that is not JSON when it is deployed, not when the first order comes', () => {
    expect(() => openFlags('order-discount')).toThrow();
  });
});
