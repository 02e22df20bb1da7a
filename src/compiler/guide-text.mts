/** The text of a chapter as Markdown sees it: its sections, what stands in them, and how long reading them takes. */
import MarkdownIt, { type Token } from 'markdown-it';

/** A chapter's text as its author wrote it, without front matter; generated lists are still comments in it. */
export interface GuideText {
  /** The chapter's id. */
  readonly id: string;
  /** Below content/. */
  readonly file: string;
  /** How many lines of the file stand before the text. */
  readonly linesBefore: number;
  readonly markdown: string;
  /** What stands before the first heading of the second level. */
  readonly lead: readonly Token[];
  readonly sections: readonly TextSection[];
}

export interface TextSection {
  /** Null when the heading has none. */
  readonly id: string | null;
  readonly title: string;
  /** The line of its heading within the text, from 0. */
  readonly line: number;
  readonly tokens: readonly Token[];
}

const parser = new MarkdownIt({ html: false });
// Links are judged by where they lead, which needs them as they were written.
parser.validateLink = () => true;
parser.normalizeLink = href => href;

/** Takes a file apart; `frontMatter` is null when there is none. */
export function readGuideText(id: string, source: string): { frontMatter: string | null; text: GuideText } {
  const whole = source.replaceAll('\r\n', '\n');
  const [head = '', yaml] = /^---\n(.*?)^---\n/ms.exec(whole) ?? [];
  const markdown = whole.slice(head.length);
  const tokens = parseMarkdown(markdown);
  const starts = tokens.flatMap((token, index) => (isHeading(token, 2) ? [index] : []));
  const sections = starts.map((start, index) => {
    const { id: section, title } = readHeading(tokens[start + 1]);
    const after = tokens.slice(start + 3, starts[index + 1] ?? tokens.length);
    return { id: section, title, line: tokens[start]?.map?.[0] ?? 0, tokens: after };
  });
  const text: GuideText = {
    id,
    file: `guide/${id}.md`,
    linesBefore: head.split('\n').length - 1,
    markdown,
    lead: tokens.slice(0, starts[0] ?? tokens.length),
    sections,
  };
  return { frontMatter: yaml ?? null, text };
}

/** Markdown as the page reads it: without raw HTML. */
export function parseMarkdown(markdown: string): Token[] {
  return parser.parse(markdown, {});
}

/** Markdown within a line. */
export function parseLine(markdown: string): Token[] {
  return parser.parseInline(markdown, {});
}

/** Every token of a text, headings of sections left out. */
export function tokensOf({ lead, sections }: GuideText): Token[] {
  return [...lead, ...sections.flatMap(section => section.tokens)];
}

export function isHeading(token: Token | undefined, level: number): boolean {
  return token?.type === 'heading_open' && token.tag === `h${level}`;
}

/** A heading's words and the id that ends it, from the inline token within it. */
export function readHeading(inline: Token | undefined): { id: string | null; title: string } {
  const words = wordsOf(inline);
  const [marker, id] = /\s*\{#([a-z0-9][a-z0-9-]*)\}\s*$/.exec(words) ?? [];
  return { id: id ?? null, title: marker === undefined ? words.trim() : words.slice(0, -marker.length) };
}

/** What of an inline token is read: text and code, links by their words, no pictures. */
export function wordsOf(inline: Token | undefined): string {
  return (inline?.children ?? [])
    .map(({ type, content }) => {
      if (type === 'text' || type === 'code_inline') return content;
      return type === 'softbreak' || type === 'hardbreak' ? ' ' : '';
    })
    .join('');
}

const wordsPerMinute = 200;
const minutesPerLineOfCode = 3 / 60;
const minutesPerQuestion = 0.5;

/**
 * How many whole minutes a chapter takes: its words, its code and its quiz; of platforms that are shown as tabs, the
 * longest. Generated lists do not count: they are looked up, not read.
 */
export function readingMinutes(text: GuideText, platforms: readonly string[], questions: number): number {
  const headings = text.sections.map(section => countWords(section.title) / wordsPerMinute);
  const minutes =
    timeOf(text.lead) +
    sum(headings) +
    sum(text.sections.map(section => timeWithTabs(section.tokens, platforms))) +
    questions * minutesPerQuestion;
  return Math.max(1, Math.round(minutes));
}

function timeWithTabs(tokens: readonly Token[], platforms: readonly string[]): number {
  const { parts, groups } = splitTabs(tokens, platforms);
  return sum(parts.map(timeOf)) + sum(groups.map(tabs => Math.max(...tabs.map(timeOf))));
}

function timeOf(tokens: readonly Token[]): number {
  const lines = tokens
    .filter(token => token.type === 'fence')
    .map(token => token.content.split('\n').filter(line => line.trim() !== '').length);
  return wordsIn(tokens) / wordsPerMinute + sum(lines) * minutesPerLineOfCode;
}

/** Splits a text where headings of the third level are titles of platforms: what stands outside, and each group of tabs. */
function splitTabs(
  tokens: readonly Token[],
  platforms: readonly string[],
): { readonly parts: readonly Token[][]; readonly groups: readonly Token[][][] } {
  const parts: Token[][] = [[]];
  const groups: Token[][][] = [];
  let inTabs = false;
  for (const [index, token] of tokens.entries()) {
    if (isHeading(token, 2) || isHeading(token, 3)) {
      const isTab = isHeading(token, 3) && platforms.includes(readHeading(tokens[index + 1]).title);
      if (isTab && !inTabs) groups.push([]);
      if (isTab) groups.at(-1)?.push([]);
      else if (inTabs) parts.push([]);
      inTabs = isTab;
    }
    (inTabs ? groups.at(-1)?.at(-1) : parts.at(-1))?.push(token);
  }
  return { parts, groups };
}

function wordsIn(tokens: readonly Token[]): number {
  return sum(
    tokens.filter(token => token.type === 'inline' && !listMarker(token)).map(token => countWords(wordsOf(token))),
  );
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A generated list that a line asks for: `<!-- tools: monitoring -->`. */
export interface ListMarker {
  readonly name: string;
  readonly argument: string | null;
}

/** What comment a paragraph is; nothing when it is none. */
export function listMarker(inline: Token | undefined): ListMarker | undefined {
  const [, name, argument] = /^<!--\s*([a-z-]+)\s*(?::\s*([a-z-]+)\s*)?-->$/.exec(inline?.content.trim() ?? '') ?? [];
  return name === undefined ? undefined : { name, argument: argument ?? null };
}

/** Puts what `listFor` gives, which also hears of all markers of the text, in the place of each comment that asks for a list; unknown ones stay. */
export function withLists(
  markdown: string,
  listFor: (marker: ListMarker, all: readonly ListMarker[]) => string | undefined,
): string {
  const tokens = parseMarkdown(markdown);
  const found = tokens.flatMap((token, index) => {
    const marker = listMarker(tokens[index + 1]);
    return token.type === 'paragraph_open' && token.level === 0 && token.map && marker
      ? [{ marker, line: token.map[0] }]
      : [];
  });
  const all = found.map(({ marker }) => marker);
  const lists = new Map(found.map(({ marker, line }) => [line, listFor(marker, all)]));
  return markdown
    .split('\n')
    .map((text, line) => lists.get(line) ?? text)
    .join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
