import { describe, expect, it, vi } from 'vitest';
import { onceInMemory } from '../../src/local/once';
import { ConflictError } from '../../src/orders/once';

describe('once', () => {
  it('does work once and gives its result to whoever comes again', async () => {
    const once = onceInMemory();
    const work = vi.fn(async () => 'done');
    expect(await once('a', { n: 1 }, work)).toBe('done');
    expect(await once('a', { n: 1 }, work)).toBe('done');
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('refuses other content under the same key', async () => {
    const once = onceInMemory();
    await once('a', { n: 1 }, async () => 'done');
    await expect(once('a', { n: 2 }, async () => 'other')).rejects.toBeInstanceOf(ConflictError);
  });

  it('forgets work that failed', async () => {
    const once = onceInMemory();
    const failing = once('a', {}, async () => {
      throw new Error('The disk is full.');
    });
    await expect(failing).rejects.toThrow('The disk is full.');
    expect(await once('a', {}, async () => 'done')).toBe('done');
  });
});
