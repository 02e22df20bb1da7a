/** Markdown as a tree: the one place that reads it, and all that our chapters write beyond it. */
import MarkdownIt, { type Token } from 'markdown-it';
import {
  type AlertTone,
  type Align,
  alertTones,
  type Block,
  type Drawing,
  type Inline,
  type Line,
  type ListItem,
  type PlatformTab,
  wordsOf,
} from '../core/guide/text';
import { cutTemplate } from '../core/language/wording';
import { highlight } from './guide-code.mts';

/** What the reader of a text has to know besides the text. */
export interface Known {
  /** Headings of their titles become tabs. */
  readonly platforms: readonly { readonly id: string; readonly title: string }[];
  /** By their paths. */
  readonly drawings: ReadonlyMap<string, Drawing>;
}

/** The line, from 0, at which a line of text, a cell, a piece of code or a diagram begins. */
export type Places = ReadonlyMap<Line | Block, number>;

const parser = new MarkdownIt({ html: false });
// Links are judged by where they lead (core/guide/links), which needs them as they were written.
parser.validateLink = () => true;
parser.normalizeLink = href => href;

/** Reads Markdown. Whatever is none of it, raw HTML too, is words. */
export function readMarkdown(markdown: string, known: Known): { readonly blocks: Block[]; readonly places: Places } {
  const reader = new Reader(known);
  const blocks = withTabs(reader.read(parser.parse(markdown, {})), known.platforms);
  return { blocks, places: reader.places };
}

/** Reads Markdown within a line. */
export function readLine(markdown: string): Line {
  return parser.parseInline(markdown, {}).flatMap(token => readInlines(token.children ?? []));
}

/** The words of Markdown within a line, in which facts stay as they are written. */
export function wordsOfMarkdown(markdown: string): string {
  return wordsOf(readLine(markdown), id => `{${id}}`);
}

class Reader {
  readonly places = new Map<Line | Block, number>();

  constructor(private readonly known: Known) {}

  read(tokens: readonly Token[]): Block[] {
    return spansOf(tokens).flatMap(([token, within]) => this.#readBlock(token, within));
  }

  #readBlock(token: Token, within: readonly Token[]): Block[] {
    switch (token.type) {
      case 'paragraph_open':
        return [this.#readParagraph(within)];
      case 'heading_open':
        return [this.#readHeading(Number(token.tag.slice(1)), within)];
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const start = token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : null;
        return [{ kind: 'list', start, items: spansOf(within).map(([, item]) => this.#asTask(this.read(item))) }];
      }
      case 'blockquote_open':
        return [this.#asQuote(this.read(within), this.#toneOf(within))];
      case 'fence':
      case 'code_block':
        return [this.#readCode(token)];
      case 'table_open':
        return [this.#readTable(within)];
      case 'hr':
        return [{ kind: 'rule' }];
      default:
        return token.content === '' ? [] : [{ kind: 'paragraph', children: [token.content] }];
    }
  }

  /** Remembers where something stands. */
  #placed<T extends Line | Block>(what: T, token: Token | undefined): T {
    if (token?.map) this.places.set(what, token.map[0]);
    return what;
  }

  #lineOf(inline: Token | undefined): Line {
    return this.#placed(readInlines(inline?.children ?? []), inline);
  }

  #readParagraph([inline]: readonly Token[]): Block {
    const [only, ...others] = inline?.children ?? [];
    if (only?.type !== 'image' || others.length > 0) return { kind: 'paragraph', children: this.#lineOf(inline) };
    const path = String(only.attrGet('src') ?? '');
    const drawing = this.known.drawings.get(path) ?? null;
    return this.#placed({ kind: 'diagram', path, caption: only.content, drawing }, inline);
  }

  /** A heading may end with its id: `{#why}`. */
  #readHeading(level: number, [inline]: readonly Token[]): Block {
    const line = readInlines(inline?.children ?? []);
    const last = line.at(-1);
    const [marker, id] = typeof last === 'string' ? (/\s*\{#([a-z0-9][a-z0-9-]*)\}\s*$/.exec(last) ?? []) : [];
    if (typeof last !== 'string' || marker === undefined || id === undefined)
      return { kind: 'heading', level, id: null, children: this.#placed(line, inline) };
    const words = last.slice(0, -marker.length);
    const children = [...line.slice(0, -1), ...(words === '' ? [] : [words])];
    return { kind: 'heading', level, id, children: this.#placed(children, inline) };
  }

  /** What note a quotation is, by its first line: `[!NOTE]`. */
  #toneOf(within: readonly Token[]): AlertTone | undefined {
    const [, name] = /^\[!([A-Z]+)\][ \t]*(?:\n|$)/.exec(within[1]?.content ?? '') ?? [];
    return within[0]?.type === 'paragraph_open' ? alertTones.find(tone => tone.toUpperCase() === name) : undefined;
  }

  #asQuote(blocks: readonly Block[], tone: AlertTone | undefined): Block {
    const [first, ...rest] = blocks;
    if (tone === undefined || first?.kind !== 'paragraph') return { kind: 'quote', blocks };
    const children = this.#without(/^\[![A-Z]+\]\s*/, first.children);
    return { kind: 'alert', tone, blocks: children.length > 0 ? [{ kind: 'paragraph', children }, ...rest] : rest };
  }

  /** An item that begins with a box can be ticked off: `[ ]`, or `[x]` when it has been. */
  #asTask(blocks: readonly Block[]): ListItem {
    const [first, ...rest] = blocks;
    const marker = /^\[([ xX])\]\s+/;
    const [lead] = first?.kind === 'paragraph' ? first.children : [];
    const [, tick] = typeof lead === 'string' ? (marker.exec(lead) ?? []) : [];
    if (first?.kind !== 'paragraph' || tick === undefined) return { done: null, blocks };
    const children = this.#without(marker, first.children);
    return { done: tick !== ' ', blocks: [{ kind: 'paragraph', children }, ...rest] };
  }

  /** A line without what it begins with. */
  #without(marker: RegExp, line: Line): Line {
    const [lead, ...others] = line;
    const words = typeof lead === 'string' ? lead.replace(marker, '') : (lead ?? '');
    const shorter = words === '' ? others : [words, ...others];
    const place = this.places.get(line);
    if (place !== undefined) this.places.set(shorter, place);
    return shorter;
  }

  #readCode(token: Token): Block {
    const [language = '', ...name] = token.info.trim().split(/\s+/);
    const runs = highlight(language, token.content.replace(/\n$/, ''));
    return this.#placed({ kind: 'code', language, file: name.join(' ') || null, runs }, token);
  }

  #readTable(tokens: readonly Token[]): Block {
    const align: Align[] = [];
    const rows: Line[][] = [];
    let row: Token | undefined;
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'tr_open') {
        row = token;
        rows.push([]);
      }
      if (token.type === 'th_open') align.push(alignOf(token));
      if (token.type === 'th_open' || token.type === 'td_open')
        rows.at(-1)?.push(this.#placed(readInlines(tokens[index + 1]?.children ?? []), row));
    }
    const [head = [], ...others] = rows;
    return { kind: 'table', align, head, rows: others };
  }
}

/** Each token with what stands between it and the one that closes it. */
function spansOf(tokens: readonly Token[]): (readonly [token: Token, within: readonly Token[]])[] {
  const spans: (readonly [Token, readonly Token[]])[] = [];
  let start = 0;
  let depth = 0;
  for (const [at, { nesting }] of tokens.entries()) {
    depth += nesting;
    if (depth > 0) continue;
    spans.push([tokens[start] as Token, tokens.slice(start + 1, Math.max(start + 1, at))]);
    start = at + 1;
  }
  return spans;
}

/** Two or more headings in a row that are titles of platforms become tabs, with what stands below each. */
function withTabs(blocks: readonly Block[], platforms: Known['platforms']): Block[] {
  const level = 3;
  const platformAt = (block: Block | undefined) =>
    block?.kind === 'heading' && block.level === level
      ? platforms.find(({ title }) => title === wordsOf(block.children, () => '').trim())
      : undefined;
  const read: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const tabs: PlatformTab[] = [];
    let end = at;
    for (let platform = platformAt(blocks[end]); platform; platform = platformAt(blocks[end])) {
      const below = blocks.slice(end + 1);
      const next = below.findIndex(block => block.kind === 'heading' && block.level <= level);
      const own = next < 0 ? below : below.slice(0, next);
      tabs.push({ platform: platform.id, title: platform.title, blocks: own });
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

function alignOf(token: Token): Align {
  const style = String(token.attrGet('style') ?? '');
  if (style.includes('right')) return 'end';
  return style.includes('center') ? 'center' : 'start';
}

function readInlines(tokens: readonly Token[]): Inline[] {
  return joined(spansOf(tokens).flatMap(([token, within]) => readInline(token, within)));
}

/** Pieces as a line: words that stand next to each other are one piece. */
export function joined(pieces: readonly Inline[]): Inline[] {
  const line: Inline[] = [];
  for (const piece of pieces) {
    const last = line.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') line[line.length - 1] = last + piece;
    else if (piece !== '') line.push(piece);
  }
  return line;
}

function readInline(token: Token, within: readonly Token[]): Inline[] {
  switch (token.type) {
    case 'strong_open':
      return [{ kind: 'strong', children: readInlines(within) }];
    case 'em_open':
      return [{ kind: 'em', children: readInlines(within) }];
    case 's_open':
      return [{ kind: 's', children: readInlines(within) }];
    case 'link_open':
      return [{ kind: 'link', href: String(token.attrGet('href') ?? ''), children: readInlines(within) }];
    case 'code_inline':
      return [{ kind: 'code', text: token.content }];
    case 'softbreak':
      return [' '];
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'image':
      return [{ kind: 'picture', path: String(token.attrGet('src') ?? ''), words: token.content }];
    default:
      return withFacts(token.content);
  }
}

/** A fact is `{owner.fact}`; other braces are words. */
function withFacts(text: string): Inline[] {
  return cutTemplate(text).map(piece => {
    if (typeof piece === 'string') return piece;
    return piece.id.includes('.') ? { kind: 'fact', id: piece.id } : `{${piece.id}}`;
  });
}
