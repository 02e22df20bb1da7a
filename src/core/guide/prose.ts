import type { Knowledge } from '../content/knowledge';
import { cite } from './citation';

/**
 * Markdown as plain words on one line: facts filled in, links and pictures as their text, a full stop where a heading, a
 * list item or a row of a table ends. Code in fences and comments are left out.
 */
export function proseOf(knowledge: Knowledge, markdown: string): string {
  return blocksOf(withoutCode(markdown).replaceAll(/<!--[\s\S]*?-->/g, ''))
    .map(block => ended(plain(knowledge, block)))
    .filter(block => block !== '')
    .join(' ');
}

/** The text of a chapter by the id of its sections, headings left out; what stands before the first is under ''. */
export function sectionTexts(markdown: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>([['', []]]);
  let lines = texts.get('') ?? [];
  for (const { line, code } of linesOf(markdown)) {
    const id = code ? undefined : /^## .*\{#([a-z0-9-]+)\}\s*$/.exec(line)?.[1];
    if (id === undefined) lines.push(line);
    else {
      lines = [];
      texts.set(id, lines);
    }
  }
  return new Map([...texts].map(([id, held]) => [id, held.join('\n')]));
}

/** The lines of Markdown, each with whether it belongs to a fence. One that is not closed goes on to the end. */
function linesOf(markdown: string): { readonly line: string; readonly code: boolean }[] {
  let fence: string | undefined;
  return markdown.split(/\r\n?|\n/).map(line => {
    if (fence !== undefined) {
      const [, close = ''] = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(line) ?? [];
      if (close.startsWith(fence)) fence = undefined;
      return { line, code: true };
    }
    const [, ticks, tildes] = /^(?:\s|>|(?:[-*+]|\d+[.)])\s)*(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line) ?? [];
    fence = ticks ?? tildes;
    return { line, code: fence !== undefined };
  });
}

function withoutCode(markdown: string): string {
  return linesOf(markdown)
    .map(({ line, code }) => (code ? '' : line))
    .join('\n');
}

/** Paragraphs, headings, list items and rows of tables, without the signs that make them such. */
function blocksOf(markdown: string): string[] {
  const blocks: string[][] = [[]];
  for (const line of markdown.split('\n')) {
    const text = line.replace(/^[\s>]+/, '').trim();
    const isRow = text.startsWith('|');
    const begins = /^(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s)/.test(text);
    if (text === '' || begins || isRow) blocks.push([]);
    const isRule = /^(?:[-*_=]\s*){3,}$/.test(text) || /^\|[\s:|-]*$/.test(text) || /^\[![A-Z]+\]$/.test(text);
    if (text !== '' && !isRule) blocks.at(-1)?.push(isRow ? cellsOf(text) : withoutSigns(text));
    if (/^#{1,6}\s/.test(text) || isRow) blocks.push([]);
  }
  return blocks.map(block => block.join(' '));
}

function withoutSigns(text: string): string {
  const heading = /^#{1,6}\s+(.*?)\s*#*\s*(?:\{#[a-z0-9-]+\})?$/.exec(text)?.[1];
  return heading ?? text.replace(/^(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/, '');
}

function cellsOf(row: string): string {
  return row
    .replaceAll(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
    .join('; ');
}

function plain(knowledge: Knowledge, text: string): string {
  return text
    .replaceAll(/!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replaceAll(/<(https?:\/\/[^\s<>]+)>/g, '$1')
    .split(/(`+[^`]+`+)/)
    .map((piece, index) => (index % 2 === 1 ? piece.replaceAll(/^`+ ?| ?`+$/g, '') : withoutMarks(piece)))
    .join('')
    .replaceAll(/\{([a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)\}/g, (whole, id: string) => cite(knowledge, id)?.text ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Words without what makes them strong or slanted, and signs without what kept them from doing so. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/\*\*|__|~~/g, '')
    .replaceAll(/(?<![\p{L}\p{N}\\])[*_](?=\S)|(?<=[^\s\\])[*_](?![\p{L}\p{N}])/gu, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

function ended(text: string): string {
  return text === '' || /[.!?:;…]["'”’)]*$/.test(text) ? text : `${text}.`;
}
