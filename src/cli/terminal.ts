import { mostProblems } from '../core/problem';
import { visible, visibleLine } from '../core/visible';

/** More lines than this about one thing are no longer read. A file has so many problems, and a line that says how many more there are. */
const mostLines = mostProblems + 1;

/** The longest line about one thing, in UTF-16 code units. */
const longestLine = 1_000;

/*
 * Everything that is printed goes through this file, since any of it may hold what came from a file or from a folder's name: what would
 * steer a terminal is shown as signs.
 */

/** Tells a person something on standard error. */
export function say(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}

/** Prints the result on standard output. JSON that `visibleJson` has made is printed as it is. */
export function show(text: string): void {
  process.stdout.write(visible(text));
}

/** The first of many lines, each of bounded length, and how many more there are. */
export function firstLines(lines: readonly string[]): string {
  const shown = lines.slice(0, mostLines).map(line => visibleLine(line, longestLine));
  return [...shown, ...(lines.length > mostLines ? [`and ${lines.length - mostLines} more`] : [])].join('\n');
}
