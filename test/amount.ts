/**
 * Whether tests of very many cases try every one of them, as CI does (`npm test -- --all`), or a sample, which on one's own machine finds
 * most of what is broken in a fraction of the time.
 */
export const triesAll = process.env.TRY_ALL !== undefined;

/** How many random cases of so many to try. */
export function someOf(cases: number): number {
  return triesAll ? cases : Math.ceil(cases / 5);
}
