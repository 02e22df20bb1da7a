/** Where files of orders arrive. */
export interface Uploads {
  /** A file piece by piece, so that its size is no matter. */
  read(key: string): Promise<AsyncIterable<Uint8Array>>;
}
