/** Milliseconds between two looks: the only pause there is in these tests, which wait for nothing but what they see. */
const betweenLooks = 25;

/**
 * Looks until what is looked for is there, and gives it. A look that fails, or gives false or nothing, was too early; so
 * that an assertion can be made until it holds, give `true` behind it.
 *
 * @param what the end of the sentence "It did not come about that …"
 * @param limit milliseconds after which the last failure counts
 */
export async function until<T>(
  what: string,
  look: () => T | false | undefined | Promise<T | false | undefined>,
  limit = 20_000,
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
    await new Promise(resolve => setTimeout(resolve, betweenLooks));
  }
}

/** Makes an assertion until it holds; its own failure is what is thrown in the end. */
export async function holds(check: () => void | Promise<void>, limit = 20_000): Promise<void> {
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
  await until('an assertion holds', look, limit).catch(() => {
    throw last;
  });
}
