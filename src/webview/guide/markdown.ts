import MarkdownIt, { type Token } from 'markdown-it';
import { endOf, readInlines } from './inlines';
import {
  type AlertTone,
  type Block,
  type Cell,
  type Inline,
  type ListItem,
  type Platform,
  type ProseSection,
  plainText,
} from './prose';

/** What the reader of a text has to know besides the text. */
export interface Surroundings {
  /** The chapter that the text belongs to, from where its links are meant. */
  readonly chapter: string;
  /** Headings of these titles become tabs. */
  readonly platforms: readonly Platform[];
}

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
// Links are judged by where they lead (core/guide/links), which needs them as they were written.
parser.validateLink = () => true;
parser.normalizeLink = href => href;

/** A chapter's text, a part for each heading of the second level. */
export function readChapterText(markdown: string, surroundings: Surroundings): ProseSection[] {
  const blocks = readTokens(parser.parse(markdown, {}), surroundings);
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' && block.level <= 2 ? [index] : []));
  const parts = [0, ...starts].map((start, index) => blocks.slice(start, [...starts, blocks.length][index]));
  return parts.flatMap(([first, ...rest]) => {
    if (!first) return [];
    const isHeading = first.kind === 'heading' && first.level <= 2;
    const heading = isHeading ? first : null;
    return [{ heading, blocks: withTabs(isHeading ? rest : [first, ...rest], surroundings.platforms) }];
  });
}

/** Markdown without parts, such as the case of a quiz question. */
export function readBlocks(markdown: string, surroundings: Surroundings): Block[] {
  return withTabs(readTokens(parser.parse(markdown, {}), surroundings), surroundings.platforms);
}

/** Markdown within a line. */
export function readLine(markdown: string, chapter: string): Inline[] {
  return parser.parseInline(markdown, {}).flatMap(token => readInlines(token.children ?? [], chapter));
}

/** Two or more headings in a row that are titles of platforms become tabs, with what stands below each. */
function withTabs(blocks: readonly Block[], platforms: readonly Platform[]): Block[] {
  const level = 3;
  const platformAt = (block: Block | undefined) =>
    block?.kind === 'heading' && block.level === level
      ? platforms.find(({ title }) => title === plainText(block.children).trim())
      : undefined;
  const read: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const tabs: { readonly platform: Platform; readonly blocks: Block[] }[] = [];
    let end = at;
    for (let platform = platformAt(blocks[end]); platform; platform = platformAt(blocks[end])) {
      const below = blocks.slice(end + 1);
      const next = below.findIndex(block => block.kind === 'heading' && block.level <= level);
      const own = next < 0 ? below : below.slice(0, next);
      tabs.push({ platform, blocks: own });
      end += 1 + own.length;
    }
    if (tabs.length > 1) {
      read.push({ kind: 'tabs', tabs });
      at = end;
    } else {
      read.push(...blocks.slice(at, at + 1));
      at += 1;
    }
  }
  return read;
}

function readTokens(tokens: readonly Token[], surroundings: Surroundings): Block[] {
  const read: Block[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const end = token.nesting === 1 ? endOf(tokens, at) : at;
    read.push(...readBlock(token, tokens.slice(at + 1, end), surroundings));
    at = end;
  }
  return read;
}

function readBlock(token: Token, within: readonly Token[], surroundings: Surroundings): Block[] {
  const { chapter } = surroundings;
  switch (token.type) {
    case 'paragraph_open':
      return readParagraph(within, chapter);
    case 'heading_open':
      return [readHeading(Number(token.tag.slice(1)), lineOf(within, chapter))];
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const start = token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : null;
      return [{ kind: 'list', start, items: readItems(within, surroundings) }];
    }
    case 'blockquote_open':
      return [readQuote(readTokens(within, surroundings))];
    case 'fence':
    case 'code_block':
      return [readCode(token)];
    case 'table_open':
      return [readTable(within, chapter)];
    case 'hr':
      return [{ kind: 'rule' }];
    default:
      return token.content === '' ? [] : [{ kind: 'paragraph', children: [{ kind: 'text', text: token.content }] }];
  }
}

function lineOf(tokens: readonly Token[], chapter: string): Inline[] {
  return tokens.flatMap(token => readInlines(token.children ?? [], chapter));
}

/** An image that stands alone is a diagram, if the chapter has one of that name; the page shows it then. */
function readParagraph(within: readonly Token[], chapter: string): Block[] {
  const children = within[0]?.children ?? [];
  const [only] = children;
  if (children.length === 1 && only?.type === 'image')
    return [{ kind: 'diagram', path: String(only.attrGet('src') ?? ''), caption: only.content }];
  return [{ kind: 'paragraph', children: lineOf(within, chapter) }];
}

function readHeading(level: number, children: readonly Inline[]): Block {
  const last = children.at(-1);
  const [marker, id] = last?.kind === 'text' ? (/\s*\{#([a-z0-9][a-z0-9-]*)\}\s*$/.exec(last.text) ?? []) : [];
  if (last?.kind !== 'text' || marker === undefined || id === undefined)
    return { kind: 'heading', level, id: null, children };
  const text = last.text.slice(0, -marker.length);
  return { kind: 'heading', level, id, children: [...children.slice(0, -1), { kind: 'text', text }] };
}

function readItems(tokens: readonly Token[], surroundings: Surroundings): ListItem[] {
  const items: ListItem[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = endOf(tokens, at);
    items.push(readItem(readTokens(tokens.slice(at + 1, end), surroundings)));
    at = end;
  }
  return items;
}

function readItem(blocks: readonly Block[]): ListItem {
  const [first, ...rest] = blocks;
  const lead = first?.kind === 'paragraph' ? first.children[0] : undefined;
  const [marker, tick] = lead?.kind === 'text' ? (/^\[([ xX])\]\s+/.exec(lead.text) ?? []) : [];
  if (first?.kind !== 'paragraph' || lead?.kind !== 'text' || marker === undefined) return { done: null, blocks };
  const children: Inline[] = [{ kind: 'text', text: lead.text.slice(marker.length) }, ...first.children.slice(1)];
  return { done: tick !== ' ', blocks: [{ kind: 'paragraph', children }, ...rest] };
}

function readQuote(blocks: readonly Block[]): Block {
  const [first, ...rest] = blocks;
  const lead = first?.kind === 'paragraph' ? first.children[0] : undefined;
  const [marker, tone] = lead?.kind === 'text' ? (/^\[!(NOTE|TIP|WARNING)\]\s*$/.exec(lead.text) ?? []) : [];
  if (first?.kind !== 'paragraph' || marker === undefined || tone === undefined) return { kind: 'quote', blocks };
  // What ends the marker's line is a space here.
  const children = first.children.slice(2);
  const text: Block[] = children.length > 0 ? [{ kind: 'paragraph', children }, ...rest] : rest;
  return { kind: 'alert', tone: tone.toLowerCase() as AlertTone, blocks: text };
}

function readCode(token: Token): Block {
  const [language = '', ...name] = token.info.trim().split(/\s+/);
  return { kind: 'code', language, file: name.join(' ') || null, text: token.content.replace(/\n$/, '') };
}

function readTable(tokens: readonly Token[], chapter: string): Block {
  const rows: Cell[][] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'th_open' || token.type === 'td_open')
      rows.at(-1)?.push({ align: alignOf(token), children: lineOf(tokens.slice(index + 1, index + 2), chapter) });
  }
  return { kind: 'table', head: rows[0] ?? [], rows: rows.slice(1) };
}

function alignOf(token: Token): Cell['align'] {
  const style = String(token.attrGet('style') ?? '');
  if (style.includes('right')) return 'end';
  return style.includes('center') ? 'center' : 'start';
}
