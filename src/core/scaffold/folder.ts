export const binary = Symbol('a file that is not text');

/** What a folder holds today: text by path. A file that is not there is not in it; one that is not text is `binary`. */
export type Folder = ReadonlyMap<string, string | typeof binary>;

/** Reads a folder at some paths, and only there. */
export type ReadFolder = (paths: readonly string[]) => Promise<Folder>;
