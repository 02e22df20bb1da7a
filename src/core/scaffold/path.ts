import { visible } from '../language/visible';

/**
 * Whether a path is that of a file inside a project, on every system: relative, with forward slashes, and nothing that a file system or a
 * tool has for itself: folders of Git and npm, our own state, devices of Windows, streams of a file (`name:stream`), names that Windows
 * shortens (a dot or a space at the end, `git~1`), and characters that cannot be seen.
 * Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file, read on 2026-11-27.
 */
export function isInside(path: string): boolean {
  return (
    path.length <= longestPath &&
    !/[<>:"|?*\\\n\t\u200c\u200d]/.test(path) &&
    visible(path) === path &&
    path.split('/').every(segment => segment !== '' && !/^\.{1,2}$|[. ]$/.test(segment) && !reserved.test(segment))
  );
}

/** How many paths a sentence names. */
export const mostNamed = 5;

/** In UTF-16 code units. Windows takes 260 with the folder above; anything near it is no path of a project. */
const longestPath = 200;

const reserved =
  /^(?:\.git|git~\d+|node_modules|\.serverless-advisor.*|(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *(?:\..*)?)$/i;
