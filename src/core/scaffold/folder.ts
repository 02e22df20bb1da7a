/** What stands for a file that no plan looks into: it is not text, larger than `largestFile`, a link, or no file at all. */
export const binary = Symbol('a file that is not text');

/** The largest file that is read, in bytes. What a project has generated is a hundredth of it; anything else there is in the way. */
export const largestFile = 8 * 1024 * 1024;

/** What a folder holds today: text by path. A file that is not there is not in it; one that is not read as text is `binary`. */
export type Folder = ReadonlyMap<string, string | typeof binary>;

/** Reads a folder at some paths, and only there. */
export type ReadFolder = (paths: readonly string[]) => Promise<Folder>;
