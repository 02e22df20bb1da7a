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

  it.each(['order-discount', '[]', 'null'])('refuses %s at the start, not at the first order', setting => {
    expect(() => openFlags(setting)).toThrow();
  });
});
