/** The text of a chapter: its sections, the lists that it asks for, and how long reading it takes. */
import {
  type Block,
  blocksIn,
  blocksOf,
  type ChapterText,
  type Line,
  linesIn,
  type TextSection,
  textOfCode,
  wordsOf,
} from '../core/guide/text';
import { type Known, readMarkdown } from './guide-markdown.mts';

/** A chapter's text as its author wrote it, without front matter; generated lists are still comments in it. */
export interface GuideText extends ChapterText {
  /** The chapter's id. */
  readonly id: string;
  /** Below content/. */
  readonly file: string;
  /** Whether there is more than the front matter. */
  readonly isWritten: boolean;
  /** The line of the file, from 1, at which a line, a piece of code, a diagram or a section begins. */
  lineOf(what: Line | Block | TextSection): number | undefined;
}

/** Takes a file apart; `frontMatter` is null when there is none. */
export function readGuideText(
  id: string,
  source: string,
  known: Known,
): { frontMatter: string | null; text: GuideText } {
  const whole = source.replaceAll('\r\n', '\n');
  const [head = '', yaml] = /^---\n(.*?)^---\n/ms.exec(whole) ?? [];
  const markdown = whole.slice(head.length);
  const { blocks, places } = readMarkdown(markdown, known);
  const linesBefore = head.split('\n').length - 1;
  const text: GuideText = {
    id,
    file: `guide/${id}.md`,
    isWritten: markdown.trim() !== '',
    ...inSections(blocks),
    lineOf: what => {
      const line = places.get('title' in what && 'blocks' in what ? what.title : what);
      return line === undefined ? undefined : linesBefore + line + 1;
    },
  };
  return { frontMatter: yaml ?? null, text };
}

/** Markdown as a chapter's text. */
export function readText(markdown: string, known: Known): ChapterText {
  return inSections(readMarkdown(markdown, known).blocks);
}

/** A section begins at each heading of the second level. */
function inSections(blocks: readonly Block[]): ChapterText {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' && block.level === 2 ? [index] : []));
  const sections = starts.flatMap((start, index): TextSection[] => {
    const heading = blocks[start];
    if (heading?.kind !== 'heading') return [];
    return [{ id: heading.id, title: heading.children, blocks: blocks.slice(start + 1, starts[index + 1]) }];
  });
  return { lead: blocks.slice(0, starts[0]), sections };
}

/** The words of a line as they are counted and named in messages: a fact is one word. */
export function wordsIn(line: Line): string {
  return wordsOf(line, id => `{${id}}`);
}

const wordsPerMinute = 200;
const minutesPerLineOfCode = 3 / 60;
const minutesPerQuestion = 0.5;

/**
 * How many whole minutes a chapter takes: its words, its code and its quiz; of platforms that are shown as tabs, the
 * longest. Generated lists do not count: they are looked up, not read.
 */
export function readingMinutes(text: ChapterText, questions: number): number {
  return Math.max(1, Math.round(timeOf(blocksOf(text)) + questions * minutesPerQuestion));
}

function timeOf(blocks: readonly Block[]): number {
  return sum(
    blocks.map(block => {
      switch (block.kind) {
        case 'tabs':
          return Math.max(...block.tabs.map(tab => countWords(tab.title) / wordsPerMinute + timeOf(tab.blocks)));
        case 'code':
          return linesOfCode(textOfCode(block)) * minutesPerLineOfCode;
        case 'quote':
        case 'alert':
          return timeOf(block.blocks);
        case 'list':
          return sum(block.items.map(item => timeOf(item.blocks)));
        default:
          return listMarker(block) ? 0 : sum([...linesIn([block])].map(({ line }) => timeOfLine(line)));
      }
    }),
  );
}

function timeOfLine(line: Line): number {
  return countWords(wordsIn(line)) / wordsPerMinute;
}

function linesOfCode(text: string): number {
  return text.split('\n').filter(line => line.trim() !== '').length;
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A generated list that a line asks for: `<!-- tools: monitoring -->`. */
export interface ListMarker {
  readonly name: string;
  readonly argument: string | null;
}

/** What comment a line is; nothing when it is none. */
export function commentIn(line: Line): ListMarker | undefined {
  const [, name, argument] = /^<!--\s*([a-z-]+)\s*(?::\s*([a-z-]+)\s*)?-->$/.exec(wordsIn(line).trim()) ?? [];
  return name === undefined ? undefined : { name, argument: argument ?? null };
}

function listMarker(block: Block): ListMarker | undefined {
  return block.kind === 'paragraph' ? commentIn(block.children) : undefined;
}

/** Every list that a text asks for. */
export function listMarkers(text: ChapterText): ListMarker[] {
  return [...blocksIn(blocksOf(text))].flatMap(block => listMarker(block) ?? []);
}

/** A text with what `listFor` gives in the place of each comment that asks for a list; unknown ones stay. */
export function withLists(
  text: ChapterText,
  listFor: (marker: ListMarker) => readonly Block[] | undefined,
): ChapterText {
  const filled = (blocks: readonly Block[]): Block[] =>
    blocks.map(block => {
      if (block.kind === 'tabs')
        return { ...block, tabs: block.tabs.map(tab => ({ ...tab, blocks: filled(tab.blocks) })) };
      if (block.kind === 'quote' || block.kind === 'alert') return { ...block, blocks: filled(block.blocks) };
      const marker = listMarker(block);
      const list = marker && listFor(marker);
      return list ? { kind: 'made', blocks: list } : block;
    });
  return {
    lead: filled(text.lead),
    sections: text.sections.map(section => ({ ...section, blocks: filled(section.blocks) })),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
