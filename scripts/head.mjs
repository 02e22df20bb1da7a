import { readFileSync } from 'node:fs';

/**
 * The comment at the head of a script, which says what it does and what it can be told: the answer to --help.
 *
 * @param {string} script
 */
export function headOf(script) {
  const text = readFileSync(script, 'utf8');
  const [, block] = /^\/\*\*(.*?)\*\//s.exec(text) ?? [];
  const [lines] = block === undefined ? (/^(?:\/\/.*\n)+/.exec(text) ?? ['']) : [block];
  return lines.replaceAll(/^ ?(?:\*|\/\/) ?/gm, '').trim();
}
