import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Unit } from '../../src/core/content/types';
import { parseQuantity, printQuantity, unitName } from '../../src/core/language/quantity';

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
    [0.01, 'usd', '$0.01'],
    [0, 'usd', '$0.00'],
    [1.5, 'ratio', '1.5 times'],
    [1, 'ratio', '1 time'],
    [99.5, 'usd-per-month', '$99.50 per month'],
    [100.4, 'usd-per-month', '$100 per month'],
    [400_000, 'gigabyte-seconds-per-month', '400,000 GB-seconds per month'],
    [250, 'milliseconds', '250 ms'],
    [14, 'days', '14 days'],
    [1, 'days', '24 hours'],
    [2.5, 'per-second', '2.5 per second'],
    [9.55, 'count', '9.55'],
    [10, 'count', '10'],
    [999_999, 'count', '999,999'],
    [1_000_000, 'count', '1 million'],
    [2_000_000_000, 'count', '2 billion'],
    [0.0000001234, 'count', '0.000000123'],
    [99.96, 'per-second', '100 per second'],
    [0, 'seconds', '0 seconds'],
    [1, 'seconds', '1 second'],
    [0.999, 'seconds', '999 ms'],
    [119, 'seconds', '119 seconds'],
    [120, 'seconds', '2 minutes'],
    [1001, 'seconds', '16.7 minutes'],
    [7199, 'seconds', '120 minutes'],
    [7200, 'seconds', '2 hours'],
    [86_400 * 2 - 1, 'seconds', '48 hours'],
    [86_400 * 2, 'seconds', '2 days'],
    [86_400 * 729, 'seconds', '729 days'],
    [86_400 * 730, 'seconds', '2 years'],
    [1_500_000, 'usd-per-month', '1.5 million US dollars per month'],
    [1000, 'usd', '$1,000.00'],
    [0, 'megabytes', '0 MB'],
    [1, 'megabytes', '1 MB'],
    [1023, 'megabytes', '1,023 MB'],
    [1024, 'megabytes', '1 GB'],
    [9999, 'megabytes', '9,999 MB'],
    [10_001, 'megabytes', '9.77 GB'],
    [9.5 / 1024, 'megabytes', '9.5 KB'],
    [10.4 / 1024, 'megabytes', '10 KB'],
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
    ['$ 0.20', 'usd', 0.2],
    ['5 usd', 'usd', 5],
    ['12 per year', 'usd-per-month', 1],
    ['1 ms', 'seconds', 0.001],
    ['2 weeks', 'days', 14],
    ['1 month', 'days', 30],
    ['2 years', 'days', 730],
    ['1024 b', 'megabytes', 1 / 1024],
    ['512 kb', 'megabytes', 0.5],
    ['1 TB', 'megabytes', 1_048_576],
    ['60/min', 'per-second', 1],
    ['3600 per hour', 'per-second', 1],
    ['1 a day', 'per-month', 30],
    ['1 per hour', 'per-month', 730],
    ['12 per year', 'per-month', 1],
    ['2 million per day', 'per-month', 60_000_000],
    ['2 million GB', 'per-month', undefined],
    ['2 million constructor', 'per-month', undefined],
    ['2 constructor', 'per-month', undefined],
    ['2 thousand', 'count', 2000],
    ['2 bn', 'count', 2e9],
    ['3 x', 'ratio', 3],
    ['5 gb-s', 'gigabyte-seconds-per-month', 5],
    ['.5', 'count', 0.5],
    ["1'000.5", 'count', 1000.5],
    ['9'.repeat(100), 'count', 1e100],
    ['9'.repeat(101), 'count', undefined],
    [`${'9'.repeat(98)} y`, 'milliseconds', 3.1536e108],
  ];
  for (const [text, unit, value] of typed)
    it(`typed as "${text}" for ${unit} is ${value ?? 'not understood'}`, () =>
      assert.equal(parseQuantity(text, unit), value));

  it('has a name for its unit that people know', () => {
    const units: Unit[] = ['megabytes', 'count', 'per-second', 'ratio', 'usd', 'usd-per-month', 'seconds', 'days'];
    const names = ['MB', '', 'per second', 'times', 'US dollars', 'US dollars per month', 'seconds', 'days'];
    assert.deepEqual(units.map(unitName), names);
    assert.deepEqual((['per-month', 'gigabyte-seconds-per-month'] as const).map(unitName), [
      'per month',
      'GB-seconds per month',
    ]);
  });

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
