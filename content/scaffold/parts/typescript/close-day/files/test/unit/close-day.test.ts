import { describe, expect, it } from 'vitest';
// <% slot import-memory-store %>
import { onceInMemory } from '../../src/local/once';
import { closeDay, dayBefore } from '../../src/orders/close-day';

const ports = () => ({
  once: onceInMemory(),
  // <% slot ports %>
});

describe('dayBefore', () => {
  it.each([
    ['2026-11-23T02:00:00Z', '2026-11-22'],
    ['2027-01-01T02:00:00Z', '2026-12-31'],
    ['2028-03-01T02:00:00Z', '2028-02-29'],
    ['2026-11-23T00:30:00+02:00', '2026-11-21'],
  ])('of %s is %s', (time, day) => {
    expect(dayBefore(new Date(time))).toBe(day);
  });
});

describe('closeDay', () => {
  it('closes the day before the scheduled time', async () => {
    const closed = await closeDay(new Date('2026-11-23T02:00:00Z'), ports());
    expect(closed).toEqual({ day: '2026-11-22', closedAt: expect.stringMatching(/Z$/) });
  });

  it('closes a day once', async () => {
    const same = ports();
    const first = await closeDay(new Date('2026-11-23T02:00:00Z'), same);
    expect(await closeDay(new Date('2026-11-23T02:07:00Z'), same)).toEqual(first);
  });
});
