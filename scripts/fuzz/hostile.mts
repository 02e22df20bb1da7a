/** Texts that have broken something somewhere, and damage to texts. */
import fc from 'fast-check';
import { hostileText as forReaders } from '../../test/core/hostile-text';

/** Names of what objects have, paths, numbers: what is more than a text to a program. */
const words = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', '1e999', '-0', '0.1', '$&', "$'"],
  ...['../', '..\\', '/etc/passwd', 'C:', '.git/HEAD', 'CON', '\ufdfa', 'e\u0301', '\ud800', '\r\n'],
];

/** A piece of text that somebody could want to do harm with, to readers or to programs, or any at all. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(forReaders, fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 4,
  })
  .map(pieces => pieces.join(''));

/** A change to a text, by shares of its length so that it fits any. */
export interface Cut {
  readonly at: number;
  readonly length: number;
  readonly paste: string;
}

const syntax = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  '\n',
  '//',
  '/*',
  'null',
  'true',
  '1e999',
  '"__proto__":{},',
  '"a":1,',
  ' '.repeat(200),
];

/** Up to so many cuts, pastes and repeats. */
export function cuts(most: number): fc.Arbitrary<readonly Cut[]> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const paste = fc.oneof(fc.constant(''), fc.constantFrom(...syntax), hostileText);
  return fc.array(fc.record({ at: share, length: fc.oneof(fc.constant(0), fc.nat(30)), paste }), {
    minLength: 1,
    maxLength: most,
  });
}

export function cutUp(text: string, changes: readonly Cut[]): string {
  return changes.reduce((now, { at, length, paste }) => {
    const start = Math.floor(at * now.length);
    return now.slice(0, start) + paste + now.slice(start + length);
  }, text);
}
