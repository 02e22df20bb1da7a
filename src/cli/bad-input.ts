/** Something wrong with the call, a file or the folder, in a sentence for the person who made the call. */
export class BadInput extends Error {
  constructor(
    message: string,
    /** What the process ends with: 2 for what was given, 3 for files that are in the way. */
    readonly exitCode: 2 | 3 = 2,
  ) {
    super(message);
  }
}

/** Why the system refused something, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder, not a file',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EACCES: 'it is not allowed',
    EPERM: 'it is not allowed',
    EROFS: 'it is on a disk that can only be read',
    ENOSPC: 'the disk is full',
    EDQUOT: 'there is no room left for this user',
    ENAMETOOLONG: 'its path is too long for this system',
    EEXIST: 'something is there already',
    ENOTEMPTY: 'something is there already',
    ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
  };
  return reasons[code ?? ''] ?? code ?? (error instanceof Error ? error.message : String(error));
}
