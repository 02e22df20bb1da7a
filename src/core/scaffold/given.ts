import { escapeMarkdown, type Markdown } from '../language/markdown';
import { visibleLine } from '../language/visible';

/**
 * What people give to a project, as against what our content says. It is data: written as the file that it enters needs it, and never
 * read again for placeholders.
 */
export type Given = Bare | PeoplesWords | Markdown;

/** Letters, digits, hyphens and underscores: they mean the same in every kind of file. */
export interface Bare {
  readonly bare: string;
}

/** Whatever somebody wrote. It comes out on one line. */
export interface PeoplesWords {
  readonly words: string;
}

/**
 * How a kind of file takes words:
 * - `markdown`: in running text.
 * - `quotes`: between double quotes. JSON, YAML, TOML, HCL, TypeScript and Python all read \u0024 there as the sign with that number, and
 *   none of them as a sign of its own; nor does a shell whose script stands in such a text.
 * - `shell`: between single quotes.
 */
export type Escaping = 'markdown' | 'quotes' | 'shell';

const escapings: Readonly<Record<string, Escaping>> = {
  md: 'markdown',
  json: 'quotes',
  yaml: 'quotes',
  yml: 'quotes',
  toml: 'quotes',
  tf: 'quotes',
  tfvars: 'quotes',
  hcl: 'quotes',
  ts: 'quotes',
  mts: 'quotes',
  js: 'quotes',
  mjs: 'quotes',
  py: 'quotes',
  sh: 'shell',
};

/** How a file takes words, by its path; nothing where it is not known, and words must not go there. */
export function escapingOf(path: string): Escaping | undefined {
  return escapings[/\.([a-z]+)$/.exec(path)?.[1] ?? ''];
}

/**
 * What people give as a file takes it. Throws where it cannot go: the content is wrong then, which its check finds, or a name was not
 * checked.
 */
export function writeGiven(given: Given, path: string): string {
  const escaping = escapingOf(path);
  if ('bare' in given) {
    if (/^[\w-]*$/.test(given.bare)) return given.bare;
    throw new Error(`"${given.bare}" is more than letters, digits, hyphens and underscores.`);
  }
  if ('markdown' in given) {
    if (escaping === 'markdown') return given.markdown;
    throw new Error(`${path} cannot take Markdown.`);
  }
  switch (escaping) {
    case 'markdown':
      return escapeMarkdown(given.words);
    case 'quotes':
      return visibleLine(given.words).replace(/[!"#$%&'*/<>[\\\]^`{|}~]/g, numbered);
    case 'shell':
      return visibleLine(given.words).replaceAll("'", "'\\''");
    case undefined:
      throw new Error(`How ${path} takes words is not known.`);
  }
}

function numbered(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
