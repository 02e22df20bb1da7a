import { isDeepStrictEqual } from 'node:util';
import { ConflictError, type Once } from '../orders/once';

/** Remembers in memory what has been done, for as long as the process runs. */
export function onceInMemory(): Once {
  const done = new Map<string, { content: object; result: Promise<unknown> }>();
  return async <Result>(key: string, content: object, work: () => Promise<Result>) => {
    const before = done.get(key);
    if (before && !isDeepStrictEqual(before.content, content)) throw new ConflictError(key);
    if (before) return before.result as Promise<Result>;
    const result = work();
    done.set(key, { content, result });
    // Failed work is forgotten, so that it can be tried again.
    result.catch(() => done.delete(key));
    return result;
  };
}
