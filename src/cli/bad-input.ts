import { getSystemErrorMap } from 'node:util';

/** Something wrong with the call, a file or the folder, in a sentence for the person who made the call. */
export class BadInput extends Error {}

/**
 * Whether an error is a refusal: of the system, which names the call that it refused, or of the runtime, where `runtimeReasons` knows it.
 * All else is a mistake of ours, such as an argument that no call takes.
 */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof BadInput) return false;
  const { code, errno, syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined || errno !== undefined || (code !== undefined && Object.hasOwn(runtimeReasons, code));
}

/** Does something; what the system refuses is thrown as a sentence, made of why. Mistakes of ours and sentences go through as they are. */
export function tellingRefusal<T>(act: () => T, sentence: (reason: string) => string): T {
  try {
    return act();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new BadInput(sentence(reasonOf(error)));
  }
}

/** Why the system refused something, in words. */
export function reasonOf(error: unknown): string {
  const { code, errno, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd') return 'the folder that this was called in is no longer there';
  return (
    systemReasons[code ?? ''] ??
    runtimeReasons[code ?? ''] ??
    systemWords(errno) ??
    code ??
    (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
  );
}

const systemReasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  EROFS: 'it is on a disk that can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for this user',
  EFBIG: 'the system does not allow files as large as that',
  ENAMETOOLONG: 'its path is too long for this system',
  EEXIST: 'something is there already',
  ENOTEMPTY: 'something is there already',
  ELOOP: 'the links on its path lead round in a circle',
  EIO: 'the disk or the system reports a failure',
  ENXIO: 'nothing is at the other end of it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'something else is using it',
};

/** What the runtime refuses by itself, without a call to the system. */
const runtimeReasons: Record<string, string> = {
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
};

/** What the system calls an error. */
function systemWords(errno: number | undefined): string | undefined {
  return errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1];
}
