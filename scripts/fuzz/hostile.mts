/** Words that have broken something somewhere, and texts made of them. */
import fc from 'fast-check';

const words = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<% name %>',
  '<% decision-report %>',
  '<% slot lines %>',
  '$&',
  "$'",
  '{0}',
  '../',
  '..\\',
  '/etc/passwd',
  'C:',
  '.git/HEAD',
  'CON',
  '\u001b[31m',
  '\u0007',
  '\u0000',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\u0085',
  '\u2028',
  '[a](command:b)',
  '![t](https://example.com)',
  '$(trash)',
  '<script>',
  '\n\n## Heading\n\n- [x] done',
  '| cell |',
  '`code`',
  '@someone',
  ':smile:',
  '#1',
  '\r\n',
  '1e999',
  '-0',
  '0.1',
  'null',
  '\ufdfa',
  'e\u0301',
  '👩\u200d💻',
];

/** A piece of text that somebody could want to do harm with, or any at all. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 })),
    {
      maxLength: 6,
    },
  )
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
