/** How long to look, and how long between two looks, in milliseconds. */
export interface Patience {
  readonly limit: number;
  /** The only pause there is in these tests, which wait for nothing but what they see. */
  readonly between: number;
}
const usual: Patience = { limit: 20_000, between: 25 };

/**
 * Looks until what is looked for is there, and gives it. A look that fails, or gives false or nothing, was too early; so
 * that an assertion can be made until it holds, give `true` behind it.
 *
 * @param what the end of the sentence "It did not come about that …"
 * @param patience after its limit the last failure counts
 */
export async function until<T>(
  what: string,
  look: () => T | false | undefined | Promise<T | false | undefined>,
  { limit, between } = usual,
): Promise<T> {
  const deadline = Date.now() + limit;
  for (;;) {
    let failure: unknown;
    try {
      const seen = await look();
      if (seen !== false && seen !== undefined) return seen;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > deadline) throw new Error(`It did not come about that ${what}.`, { cause: failure });
    await new Promise(resolve => setTimeout(resolve, between));
  }
}

/** Makes an assertion until it holds; its own failure is what is thrown in the end. */
export async function holds(check: () => void | Promise<void>): Promise<void> {
  let last: unknown;
  const look = async (): Promise<boolean> => {
    try {
      await check();
      return true;
    } catch (error) {
      last = error;
      return false;
    }
  };
  await until('an assertion holds', look).catch(() => {
    throw last;
  });
}
