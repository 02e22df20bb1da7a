/**
 * Does a piece of work once per key. Whoever comes again with the same key and content gets the result of the first
 * time: queues, schedulers and callers all deliver some things twice.
 */
export type Once = <Result>(key: string, content: object, work: () => Promise<Result>) => Promise<Result>;

/** The key was used before, for other content. Trying again will not help. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/** The same work is being done at this moment. Trying again later will help. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}
