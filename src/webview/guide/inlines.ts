import type { Token } from 'markdown-it';
import { parseLink } from '../../core/guide/links';
import type { Inline } from './prose';

const fact = /\{([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)\}([.,;:!?)\]…]*)/g;

/**
 * The tokens of a line as running text. A link that leads nowhere we know is its words, an image is what it stands for in
 * words; raw HTML has never been anything but text.
 */
export function readInlines(tokens: readonly Token[], chapter: string): Inline[] {
  const read: Inline[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.nesting !== 1) {
      read.push(...readLeaf(token));
      continue;
    }
    const end = endOf(tokens, at);
    read.push(...readSpan(token, readInlines(tokens.slice(at + 1, end), chapter), chapter));
    at = end;
  }
  return read.flatMap((inline, at) => holdTail(inline, read[at - 1], read[at + 1]));
}

/** Gives a link the punctuation behind it, from the text that begins with it. */
function holdTail(inline: Inline, before: Inline | undefined, after: Inline | undefined): Inline[] {
  if (inline.kind === 'link') return [{ ...inline, tail: after?.kind === 'text' ? tailOf(after.text) : '' }];
  if (inline.kind !== 'text' || before?.kind !== 'link') return [inline];
  const text = inline.text.slice(tailOf(inline.text).length);
  return text === '' ? [] : [{ ...inline, text }];
}

function tailOf(text: string): string {
  return /^[.,;:!?)\]…]*/.exec(text)?.[0] ?? '';
}

/** The index of the token that closes the one at this index. */
export function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function readLeaf(token: Token): Inline[] {
  switch (token.type) {
    case 'code_inline':
      return [{ kind: 'code', text: token.content }];
    case 'softbreak':
      return [{ kind: 'text', text: ' ' }];
    case 'hardbreak':
      return [{ kind: 'break' }];
    default:
      return readText(token.content);
  }
}

function readText(text: string): Inline[] {
  const read: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(fact)) {
    if (found.index > from) read.push({ kind: 'text', text: text.slice(from, found.index) });
    read.push({ kind: 'fact', id: found[1] ?? '', tail: found[2] ?? '' });
    from = found.index + found[0].length;
  }
  if (from < text.length) read.push({ kind: 'text', text: text.slice(from) });
  return read;
}

function readSpan(token: Token, children: Inline[], chapter: string): Inline[] {
  switch (token.type) {
    case 'strong_open':
      return [{ kind: 'strong', children }];
    case 'em_open':
      return [{ kind: 'em', children }];
    case 's_open':
      return [{ kind: 's', children }];
    case 'link_open': {
      const href = String(token.attrGet('href') ?? '');
      const link = parseLink(href, chapter);
      return link ? [{ kind: 'link', link, href, children, tail: '' }] : children;
    }
    default:
      return children;
  }
}
