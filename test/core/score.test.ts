import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Share, score } from '../../src/core/assessment/score';

const share = fc
  .record({
    weight: fc.integer({ min: 0, max: 10 }),
    a: fc.integer({ min: 0, max: 100 }),
    b: fc.integer({ min: 0, max: 100 }),
    mayLeave: fc.boolean(),
  })
  .map(({ weight, a, b, mayLeave }): Share => ({ weight, least: Math.min(a, b), most: Math.max(a, b), mayLeave }));
const shares = fc.array(share, { maxLength: 7 });

/** Every mean that can come about, tried one by one. */
function allMeans(list: readonly Share[]): number[] {
  let sums: { weight: number; points: number }[] = [{ weight: 0, points: 0 }];
  for (const { weight, least, most, mayLeave } of list)
    sums = sums.flatMap(sum => [
      ...[least, most].map(points => ({ weight: sum.weight + weight, points: sum.points + weight * points })),
      ...(mayLeave ? [sum] : []),
    ]);
  return sums.filter(sum => sum.weight > 0).map(sum => sum.points / sum.weight);
}

describe('The score', () => {
  it('has exactly the range of all means that can come about', () => {
    fc.assert(
      fc.property(shares, list => {
        const means = allMeans(list);
        fc.pre(means.length > 0);
        const { low, high } = score(list);
        assert.ok(Math.abs(low - Math.min(...means)) < 1e-9, `${low} against ${Math.min(...means)}`);
        assert.ok(Math.abs(high - Math.max(...means)) < 1e-9, `${high} against ${Math.max(...means)}`);
      }),
    );
  });

  it('lies within its range', () => {
    fc.assert(
      fc.property(shares, list => {
        const { score: points, low, high } = score(list);
        if (points !== undefined) assert.ok(low <= points && points <= high);
      }),
    );
  });

  it('depends on the ratios of weights only', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 1000 }), (list, factor) => {
        assert.deepEqual(score(list.map(one => ({ ...one, weight: one.weight * factor }))), score(list));
      }),
    );
  });

  it('is the weighted mean of what is settled, held within the range, with how much of the weight that is', () => {
    const settled = (weight: number, points: number): Share => ({
      weight,
      least: points,
      most: points,
      mayLeave: false,
    });
    const open: Share = { weight: 6, least: 20, most: 60, mayLeave: false };
    assert.deepEqual(score([settled(3, 100), settled(1, 20)]), { score: 80, low: 80, high: 80, coverage: 1 });
    // Of 80 so far, no more than 68 can be left.
    assert.deepEqual(score([settled(3, 100), settled(1, 20), open]), { score: 68, low: 44, high: 68, coverage: 0.4 });
    assert.deepEqual(score([settled(4, 0), open]), { score: 12, low: 12, high: 36, coverage: 0.4 });
    const leaving = { ...settled(4, 100), mayLeave: true };
    assert.deepEqual(score([settled(4, 50), leaving]), { score: 50, low: 50, high: 75, coverage: 0.5 });
  });

  it('is nothing at all when nothing that weighs is settled', () => {
    assert.equal(score([{ weight: 3, least: 0, most: 100, mayLeave: false }]).score, undefined);
    assert.deepEqual(score([]), { score: undefined, low: 0, high: 100, coverage: 0 });
  });
});
