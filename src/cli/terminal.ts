import { visible, visibleLine } from '../core/visible';

/** What a command prints on standard output. */
export type Result = { readonly text: string } | { readonly json: string };

/** More lines than this about one thing are no longer read. */
const mostLines = 50;

/** The longest line about one thing, in UTF-16 code units. */
const longestLine = 1_000;

/*
 * Everything that is printed goes through this file, since any of it may hold what came from a file or from a folder's name: what would
 * steer a terminal is shown as signs, and in JSON it is written as escapes.
 */

/** Tells a person something on standard error. */
export function say(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}

/** Prints the result. */
export function show(result: Result): void {
  process.stdout.write('json' in result ? escaped(result.json) : visible(result.text));
}

/** The first of many lines, each of bounded length, and how many more there are. */
export function firstLines(lines: readonly string[]): string {
  const shown = lines.slice(0, mostLines).map(line => visibleLine(line, longestLine));
  return [...shown, ...(lines.length > mostLines ? [`and ${lines.length - mostLines} more`] : [])].join('\n');
}

/** JSON in which each character that `visible` would draw is an escape. */
function escaped(json: string): string {
  return json.replace(/[^\n\x20-\x7e]/gu, character =>
    visible(character) === character
      ? character
      : character
          .split('')
          .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join(''),
  );
}
