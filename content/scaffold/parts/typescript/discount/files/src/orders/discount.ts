import type { Flags } from './flags';

/** Totals above this, in cents, get the discount. */
const threshold = 10_000;

/** What is taken off a total: 5 % above the threshold, in whole cents with half ones rounded up, while the flag is on. */
export async function discountOn(total: number, flags: Flags): Promise<number> {
  if (total <= threshold || !(await flags.isOn('order-discount'))) return 0;
  return Math.round(total / 20);
}
