import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Unit } from '../../src/core/content/types';
import { parseQuantity, printQuantity } from '../../src/core/language/quantity';

describe('A quantity', () => {
  const printed: [number, Unit, string][] = [
    [0.25, 'seconds', '250 ms'],
    [90, 'seconds', '90 seconds'],
    [230, 'seconds', '230 seconds'],
    [900, 'seconds', '15 minutes'],
    [3600, 'seconds', '1 hour'],
    [5400, 'seconds', '90 minutes'],
    [3600 * 5, 'seconds', '5 hours'],
    [86_400 * 3, 'seconds', '3 days'],
    [10_240, 'megabytes', '10 GB'],
    [1769, 'megabytes', '1,769 MB'],
    [1536, 'megabytes', '1.5 GB'],
    [0.01, 'megabytes', '10 KB'],
    [0.25, 'megabytes', '256 KB'],
    [3_000_000, 'per-month', '3 million per month'],
    [1500, 'count', '1,500'],
    [29.7, 'count', '30'],
    [32.85, 'usd-per-month', '$32.85 per month'],
    [300, 'usd-per-month', '$300 per month'],
    [99.95, 'percent', '99.95%'],
    [99.9999, 'percent', '99.9999%'],
    [0.0000166667, 'usd', '$0.0000166667'],
    [0.2, 'usd', '$0.20'],
  ];
  for (const [value, unit, text] of printed)
    it(`of ${value} ${unit} reads "${text}"`, () => assert.equal(printQuantity(value, unit), text));

  const typed: [string, Unit, number | undefined][] = [
    ['15 min', 'seconds', 900],
    ['15m', 'seconds', 900],
    ['1.5 h', 'seconds', 5400],
    ['900', 'seconds', 900],
    ['2 s', 'milliseconds', 2000],
    ['1.5 GB', 'megabytes', 1536],
    ['3 million', 'per-month', 3_000_000],
    ['3M', 'per-month', 3_000_000],
    ['2,000', 'per-second', 2000],
    ['2 000', 'per-second', 2000],
    ['1\u202f500\u202f000', 'per-month', 1_500_000],
    ['1234,567', 'count', undefined],
    ['0,500', 'seconds', undefined],
    ['512M', 'megabytes', 512],
    ['500k', 'megabytes', 500 / 1024],
    ['2 GiB', 'megabytes', 2048],
    ['10k', 'count', 10_000],
    ['40%', 'percent', 40],
    ['2,5', 'seconds', undefined],
    ['fifteen', 'seconds', undefined],
    ['15 GB', 'seconds', undefined],
    ['-3', 'seconds', undefined],
    ['', 'seconds', undefined],
  ];
  for (const [text, unit, value] of typed)
    it(`typed as "${text}" for ${unit} is ${value ?? 'not understood'}`, () =>
      assert.equal(parseQuantity(text, unit), value));

  it('is not looked for in what nobody would type', () => {
    for (const middle of [' '.repeat(100_000), ',000'.repeat(25_000), '9'.repeat(100_000), '\u202f000'.repeat(25_000)])
      assert.equal(parseQuantity(`1${middle}1`, 'count'), undefined);
    assert.equal(parseQuantity(`1${' '.repeat(60)}min`, 'seconds'), 60);
  });

  it('that is printed can be typed back, within its digits', () => {
    const units: Unit[] = ['seconds', 'milliseconds', 'megabytes', 'per-second', 'per-month', 'percent', 'count'];
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.double({ min: 0.001, max: 1e9, noNaN: true }), (unit, value) => {
        const back = parseQuantity(printQuantity(value, unit), unit);
        assert.ok(
          back !== undefined &&
            Math.abs(back - value) <= value * (unit === 'megabytes' || unit === 'count' ? 0.05 : 0.006),
          `${printQuantity(value, unit)}: ${back}`,
        );
      }),
    );
  });
});
