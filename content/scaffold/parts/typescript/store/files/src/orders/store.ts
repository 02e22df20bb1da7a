/** Where records last. Written for any store that can refuse to overwrite. */
export interface OrderStore {
  /** Keeps a record. The first one under an id stays: whoever repeats a call overwrites nothing. */
  save(id: string, value: object): Promise<void>;
  /** The record under this id; undefined when there is none. */
  find(id: string): Promise<unknown>;
}
