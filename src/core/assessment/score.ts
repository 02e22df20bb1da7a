/** One criterion's share in the score: the points it may come to, and what they weigh. */
export interface Share {
  /** Not negative. */
  readonly weight: number;
  /** The fewest points, 0 to 100, that it may still bring. */
  readonly least: number;
  /** The most points, 0 to 100, that it may still bring. */
  readonly most: number;
  /** Whether it may still leave the sum. */
  readonly mayLeave: boolean;
}

/** Points from 0 to 100; not rounded. */
export interface Score {
  /** The weighted mean of what is settled, held within the range; nothing when nothing that weighs is settled. */
  readonly score: number | undefined;
  readonly low: number;
  readonly high: number;
  /** The settled part of the weight, 0 to 1. */
  readonly coverage: number;
}

/**
 * The weighted mean of points, and the range that it cannot leave whatever the open answers turn out to be. Only
 * ratios of weights matter. With whole weights and points the sums are exact, so neither order nor scale can change
 * the last digit.
 */
export function score(shares: readonly Share[]): Score {
  const weighty = shares.filter(share => share.weight > 0);
  const settled = weighty.filter(share => !share.mayLeave && share.least === share.most);
  const total = sum(weighty, share => share.weight);
  const known = sum(settled, share => share.weight);
  const low = extreme(weighty, share => share.least, 1);
  const high = extreme(weighty, share => share.most, -1);
  const mean = known > 0 ? sum(settled, share => share.weight * share.least) / known : undefined;
  return {
    score: mean === undefined ? undefined : Math.min(Math.max(mean, low), high),
    low,
    high,
    coverage: total > 0 ? known / total : 0,
  };
}

/**
 * The least (`sign` 1) or greatest (`sign` -1) weighted mean that can still come about. A share that may leave is
 * taken only while it pulls the mean further; taking them in order of their points makes that exact.
 */
function extreme(shares: readonly Share[], points: (share: Share) => number, sign: 1 | -1): number {
  let weight = 0;
  let weighted = 0;
  const take = (share: Share): void => {
    weight += share.weight;
    weighted += share.weight * points(share);
  };
  for (const share of shares) if (!share.mayLeave) take(share);
  const optional = shares.filter(share => share.mayLeave).sort((a, b) => sign * (points(a) - points(b)));
  for (const share of optional) {
    if (weight > 0 && sign * (points(share) * weight - weighted) >= 0) break;
    take(share);
  }
  if (weight > 0) return weighted / weight;
  return sign === 1 ? 0 : 100;
}

function sum(shares: readonly Share[], value: (share: Share) => number): number {
  return shares.reduce((total, share) => total + value(share), 0);
}
