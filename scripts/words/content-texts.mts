// What the content says, which is in one language: a text of it is no fault in a window of another.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../install.mjs';

/** Says whether a text, or a piece of one, is from the compiled content or from the samples. */
export function contentTexts(): (text: string) => boolean {
  const texts = new Set<string>();
  /** Takes each text, and all texts of a list as one: running text is stored in pieces. */
  const collect = (value: unknown): string => {
    if (typeof value === 'string') {
      texts.add(plain(value));
      return value;
    }
    if (typeof value !== 'object' || value === null) return '';
    const whole = Object.entries(value)
      .filter(([name]) => !['kind', 'id', 'href', 'language'].includes(name))
      .map(([, one]) => collect(one))
      .join('');
    if (Array.isArray(value) && whole.length < 5000) texts.add(plain(whole));
    return whole;
  };
  for (const name of ['knowledge.json', 'scaffold.jsonl', 'guide.jsonl'])
    for (const line of linesOf(path.join(root, 'dist', name))) collect(JSON.parse(line));
  const samples = readdirSync(path.join(root, 'samples')).filter(name => name.endsWith('.json'));
  for (const name of samples) collect(JSON.parse(readFileSync(path.join(root, 'samples', name), 'utf8')));

  const all = [...texts].join('\n');
  // Sentences about a workload have its answers and facts put into them.
  const filled = [...texts]
    .filter(text => /\{[\w.-]+\}/.test(text) && text.length < 1000)
    .map(
      text =>
        new RegExp(
          text
            .replace(/[.?!]$/, '')
            .split(/\{[\w.-]+\}/)
            .map(escaped)
            .join('.+?'),
        ),
    );
  const isOne = (text: string): boolean => all.includes(text) || filled.some(pattern => pattern.test(text));
  return text => {
    const looked = plain(text);
    // Titles stand beside each other in lists, which `Intl` joins.
    return isOne(looked) || looked.split(/, | and |: /).every(isOne);
  };
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');
}

function plain(text: string): string {
  return text
    .replace(/[\s\u2060]+/g, ' ')
    .trim()
    .toLowerCase();
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
