import { mostProblems } from '../core/language/problem';
import { visible, visibleLine } from '../core/language/visible';
import { mostNamed } from '../core/scaffold/path';

/** More lines than this about one thing are no longer read. A file has so many problems, and a line that says how many more there are. */
const mostLines = mostProblems + 1;

/** The longest line about one thing, in UTF-16 code units. */
const longestLine = 1_000;

/** Invisible and without width: an address that it stands in is none any more, and reads as before. */
const joiner = '\u2060';

/** What a command gives to be printed. */
export interface Result {
  readonly text: string;
  /** Texts in it that stay as they are, also in a terminal: JSON, addresses of our own, commands to copy. */
  readonly exact?: readonly string[];
  /** What the process ends with, where that is not 0: 3 for files that are in the way. */
  readonly exitCode?: 3;
}

/*
 * Everything that is printed goes through this file, since any of it may hold what came from a file or from a folder's name: what would
 * steer a terminal is shown as signs, and what a terminal would make a link of is broken (`unlinked`), unless it is known to be ours.
 */

/** Tells a person something on standard error: that is for people wherever it goes, a terminal or the log of a pipeline. */
export function say(text: string, exact: readonly string[] = []): void {
  process.stderr.write(`${unlinked(visible(text), exact)}\n`);
}

/**
 * Prints the result on standard output. In a terminal a person reads it; a file or a pipe gets every address as it is, for a program
 * that looks for one. JSON that `visibleJson` has made is printed as it is. The process ends with the exit code of the result.
 */
export function show({ text, exact = [], exitCode }: Result): void {
  if (exitCode !== undefined) process.exitCode = exitCode;
  const shown = visible(text);
  process.stdout.write(process.stdout.isTTY ? unlinked(shown, exact) : shown);
}

/**
 * Text in which a terminal finds no address of the web or of mail to click, nor one with another well-known scheme: `https://…`, `www.…`,
 * `mailto:…`, `a@b`, and `https:/…`, which a folder called `https:` makes. The words of `exact` stay whole, in whatever brackets and with
 * whatever behind them a sentence has: what has our own address in it leads to us.
 */
export function unlinked(text: string, exact: readonly string[] = []): string {
  const ours = new Set(exact.flatMap(line => line.match(word) ?? []).map(withoutStop));
  return text.replace(word, found => (ours.has(withoutStop(found)) ? found : broken(found)));
}

const word = /[^\s()[\]<>]+/gu;

function withoutStop(found: string): string {
  let end = found.length;
  while (end > 0 && '.,;:!?'.includes(found.charAt(end - 1))) end -= 1;
  return found.slice(0, end);
}

function broken(found: string): string {
  // Behind a slash, it is a folder that has an @ in its name, which people copy; unless what follows looks like a host.
  const [start = ''] = found.split('/', 1);
  const mail = start.replace(withinMail, joiner) + found.slice(start.length).replace(beforeHost, joiner);
  return mail.replace(withinAddress, joiner);
}

/** A name that begins with @ is a scope. */
const withinMail = /(?<=[^@]@+)(?=[^@])/gu;
/** A host ends with letters behind a dot; the number of a version does not. */
const beforeHost = /(?<=[^@/]@+)(?=[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2})/gu;

/**
 * The places between two characters that together would be, or begin, an address; before the colon, since some terminals take whatever
 * stands behind it. A single letter before a colon and a slash is a drive. The dot is looked for before what is in front of it: else each
 * of many hyphens would be gone back from.
 */
const withinAddress =
  /(?=:\/\/)|(?<=[a-z\d+.-]{2})(?=:\/)|(?=\.)(?<=(?:www|ftp)[\w-]*)|(?=:.)(?<=(?:mailto|magnet|news|man|info|file|ssh|tel|sms|https?|s?ftp|data|javascript|command|vscode|vscode-insiders))/giu;

/** The first of several names, in a row, and how many more there are. */
export function firstNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}

/** The first of many lines, each of bounded length, and how many more there are. */
export function firstLines(lines: readonly string[]): string {
  const shown = lines.slice(0, mostLines).map(line => visibleLine(line, longestLine));
  return [...shown, ...(lines.length > mostLines ? [`and ${lines.length - mostLines} more`] : [])].join('\n');
}
