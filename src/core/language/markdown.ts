import { visibleLine } from './visible';
import { type Sentence, saySo, type ValuesOf, writeExactly } from './words';

/**
 * Markdown, as against text that may look like it: whatever in it came from outside has been escaped. `markdown` and `joinMarkdown`
 * make it; nothing else should.
 */
export interface Markdown {
  readonly markdown: string;
}

/**
 * Markdown from a template. What is put in is text and shows as it was written, on one line; only what is Markdown already goes in
 * as such. So forgetting to escape is not possible: markdown`# ${workload}`.
 */
export function markdown(template: TemplateStringsArray, ...parts: readonly (string | number | Markdown)[]): Markdown {
  const [first = '', ...others] = template;
  return { markdown: first + others.map((own, index) => inMarkdown(parts[index] ?? '') + own).join('') };
}

/** A sentence of the table that is Markdown. What is put in is text as well, unless it is Markdown already. */
export function sayMarkdown<Key extends Sentence>(
  key: Key,
  values: ValuesOf<Key, string | number | Markdown>,
): Markdown {
  const put = (value: string | number | Markdown): string =>
    typeof value === 'number' ? writeExactly(value) : inMarkdown(value);
  return { markdown: saySo<string | number | Markdown>(key, values, put) };
}

function inMarkdown(part: string | number | Markdown): string {
  return typeof part === 'object' ? part.markdown : escapeMarkdown(String(part));
}

/** Pieces of Markdown one after the other: lines, unless something else is to stand between them. */
export function joinMarkdown(pieces: readonly Markdown[], between = '\n'): Markdown {
  return { markdown: pieces.map(piece => piece.markdown).join(between) };
}

/** A web address as a link to itself; anything else stays text. */
export function linkTo(address: string): Markdown {
  return /^https:\/\/[^\s<>]+$/.test(address) ? { markdown: `<${address}>` } : markdown`${address}`;
}

/**
 * Text of any origin as one line of Markdown that shows it as it was written, wherever a line can stand: nothing in it is a heading,
 * a list, a link, an image, a formula or HTML, no address in it can be clicked, and control and direction characters are drawn as
 * signs. On GitHub and GitLab nobody is mentioned by it, and no issue, merge request or emoji comes of it: these are looked for in
 * the finished text, where a backslash is gone, so a space without width keeps them apart. Commands that such sites take from a
 * line's first word (/merge) are text too.
 */
export function escapeMarkdown(text: string): string {
  return visibleLine(text, Number.POSITIVE_INFINITY)
    .replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replace(/^[-+=:/]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/\/(?=\/)/g, '/\\')
    .replace(/(?<=[^\s\\])\.(?=[^\s\d])|(?<=www)\./gi, '\\.')
    .replace(/@|[#!](?=\d)|\bGH-(?=\d)|:(?=[\w\\+-]+:)/gi, '$&&#8203;');
}
