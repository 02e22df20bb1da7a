import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, type Stats, writeFileSync } from 'node:fs';

/** A file to make: its address, its text, and the file whose rights it takes over. */
export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  readonly like?: Stats | undefined;
}

/** How many files are open at once; systems allow 256 and more. */
const batch = 64;

/**
 * Makes files that must not be there yet, and waits until they are on the disk. They are written first and waited for afterwards, since
 * the disk takes many at once nearly as fast as one. `onBatch` is called before each lot of them.
 */
export function writeFlushed(files: readonly NewFile[], onBatch: () => void = () => undefined): void {
  for (let start = 0; start < files.length; start += batch) {
    onBatch();
    const handles: number[] = [];
    try {
      for (const { path, bytes, like } of files.slice(start, start + batch)) {
        // Until it has the rights of the other, it is for nobody else.
        const handle = openSync(path, 'wx', like ? 0o600 : 0o666);
        handles.push(handle);
        writeFileSync(handle, bytes);
        if (like) takeOver(handle, like);
      }
      for (const handle of handles) fsyncSync(handle);
    } finally {
      for (const handle of handles) closeSync(handle);
    }
  }
}

/**
 * Who may read, write and run a file. With another owner or group than it had, it must not run with the rights of that one (setuid,
 * setgid). Lists of rights beyond these (ACLs) and other attributes are not carried over: Node cannot read them.
 */
function takeOver(handle: number, { mode, uid, gid }: Stats): void {
  let isSame = true;
  try {
    fchownSync(handle, uid, gid);
  } catch {
    isSame = false;
  }
  fchmodSync(handle, mode & (isSame ? 0o7777 : 0o777));
}
