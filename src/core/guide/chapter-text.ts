import type { Knowledge } from '../content/knowledge';
import { say } from '../language/words';
import { type Citation, cite } from './citation';
import type { Chapter } from './guide';
import { parseLink } from './links';
import { type Block, blocksOf, type Inline, type Line, type ListItem, textOfCode } from './text';

/**
 * A chapter as plain Markdown that any viewer shows: facts filled in and numbered, their sources at the end, diagrams in
 * words, the quiz with its answers below it.
 */
export function printChapter(knowledge: Knowledge, chapter: Chapter): string {
  const sources = new Map<string, Citation>();
  const printing = { chapter: chapter.id, printFact: factPrinter(knowledge, sources) };
  const parts = [
    `# ${chapter.number === null ? '' : `${chapter.number}. `}${escaped(chapter.title)}`,
    ...printBlocks(blocksOf(chapter.text), printing),
    ...(chapter.quiz.length > 0 ? printQuiz(chapter.quiz, printing) : []),
    ...(chapter.reading.length > 0 ? [printReading(chapter.reading)] : []),
  ];
  if (sources.size > 0) parts.push(printSources([...sources.values()]));
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

/** What a text needs besides itself to be printed. */
interface Printing {
  /** From where its links are meant. */
  readonly chapter: string;
  printFact(id: string): string;
}

/** Prints facts as their values with the numbers of their sources, which are gathered. */
function factPrinter(knowledge: Knowledge, sources: Map<string, Citation>): Printing['printFact'] {
  return id => {
    const citation = sources.get(id) ?? cite(knowledge, id);
    if (!citation) return escaped(`{${id}}`);
    sources.set(id, citation);
    return `${escaped(citation.text)} [\\[${[...sources.keys()].indexOf(id) + 1}\\]](#${anchorOf(say('guide.sources'))})`;
  };
}

/** Blocks that are to have an empty line between them. */
function printBlocks(blocks: readonly Block[], around: Printing): string[] {
  return blocks.flatMap((block, index) => printBlock(block, listsBefore(blocks, index) % 2 === 1, around));
}

/** `hasOtherMarks` is for lists: one right behind another would be one with it. */
function printBlock(block: Block, hasOtherMarks: boolean, around: Printing): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [printParagraph(block.children, around)];
    case 'heading':
      return [printHeading(block.level, printLine(block.children, around))];
    case 'list':
      return [printList(block, around, hasOtherMarks)];
    case 'quote':
      return [quoted(printBlocks(block.blocks, around))];
    case 'alert':
      return [quoted([`**${say(`guide.${block.tone}`)}**`, ...printBlocks(block.blocks, around)])];
    case 'code':
      return [fenced([block.language, block.file].filter(Boolean).join(' '), textOfCode(block))];
    case 'table':
      return [printTable(block, around)];
    case 'diagram':
      return [printDiagram(block)];
    case 'rule':
      return ['---'];
    case 'tabs':
      return block.tabs.flatMap(tab => [printHeading(3, escaped(tab.title)), ...printBlocks(tab.blocks, around)]);
    case 'made':
      return printBlocks(block.blocks, around);
  }
}

function printHeading(level: number, words: string): string {
  // Signs at the end would be taken for a part of the heading's own.
  return `${'#'.repeat(level)} ${words.replace(/#+$/, signs => signs.replaceAll('#', '\\#'))}`;
}

function isList(block: Block | undefined): boolean {
  return block?.kind === 'list';
}

/** How many lists of the same kind stand right before a list. */
function listsBefore(blocks: readonly Block[], index: number): number {
  const [block, before] = [blocks[index], blocks[index - 1]];
  if (block?.kind !== 'list' || before?.kind !== 'list') return 0;
  return (block.start === null) === (before.start === null) ? 1 + listsBefore(blocks, index - 1) : 0;
}

function printList(
  { start, items }: { readonly start: number | null; readonly items: readonly ListItem[] },
  around: Printing,
  hasOtherMarks: boolean,
): string {
  return items
    .map(({ done, blocks }, index) => {
      const mark = start === null ? (hasOtherMarks ? '* ' : '- ') : `${start + index}${hasOtherMarks ? ')' : '.'} `;
      const box = done === null ? '' : done ? '☑ ' : '☐ ';
      const text = blocks
        .map((block, at) => (at === 0 ? '' : isList(block) ? '\n' : '\n\n') + printBlocks([block], around).join('\n\n'))
        .join('');
      return `${mark}${box}${text}`.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function quoted(blocks: readonly string[]): string {
  return blocks
    .join('\n\n')
    .replaceAll(/^(?=.)/gm, '> ')
    .replaceAll(/^$/gm, '>');
}

function fenced(info: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${info}`, text, fence].join('\n');
}

function printTable({ align, head, rows }: Extract<Block, { kind: 'table' }>, around: Printing): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (line: Line): string => printLine(line, around).replaceAll(/\\?\|/g, '\\|');
  const rules = { start: '---', center: ':-:', end: '--:' };
  return [head.map(cell), align.map(side => rules[side]), ...rows.map(cells => cells.map(cell))].map(row).join('\n');
}

/** What a diagram shows, for a reader who does not see it. */
function printDiagram({ caption, drawing }: Extract<Block, { kind: 'diagram' }>): string {
  const title = escaped(caption);
  return drawing?.description ? `*${title}.* ${escaped(drawing.description)}` : `*${title}*`;
}

/** A line that begins a block: nothing at its beginning makes it another. */
function printParagraph(line: Line, around: Printing): string {
  return printLine(line, around).replace(/^(?:[#>+=-]|\d+(?=[.)]))/, sign =>
    /\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
  );
}

function printLine(line: Line, around: Printing): string {
  return line.reduce<string>((before, piece) => {
    const printed = printPiece(piece, around);
    // A link behind it would be a picture.
    return (printed.startsWith('[') ? before.replace(/!$/, '\\!') : before) + printed;
  }, '');
}

function printPiece(piece: Inline, around: Printing): string {
  if (typeof piece === 'string') return escaped(piece);
  switch (piece.kind) {
    case 'code':
      return printCode(piece.text);
    case 'break':
      return '\\\n';
    case 'fact':
      return around.printFact(piece.id);
    case 'picture':
      return escaped(piece.words);
    case 'strong':
      return `**${printLine(piece.children, around)}**`;
    case 'em':
      return `*${printLine(piece.children, around)}*`;
    case 's':
      return `~~${printLine(piece.children, around)}~~`;
    case 'link': {
      const words = printLine(piece.children, around);
      const address = addressOf(piece.href, around.chapter);
      return address === undefined ? words : `[${words}](${address})`;
    }
  }
}

/** Where a link leads that a plain page can follow: the web, and other chapters, without the section, since anchors are made from headings there. */
function addressOf(href: string, chapter: string): string | undefined {
  const link = parseLink(href, chapter);
  if (link?.kind === 'web') return link.url.replaceAll(/[()]/g, '\\$&');
  if (link?.kind !== 'place' || link.place.kind !== 'chapter' || link.place.chapter === chapter) return undefined;
  return `${link.place.chapter}.md`;
}

function printCode(text: string): string {
  const lengths = new Set([...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  let length = 1;
  while (lengths.has(length)) length += 1;
  const ticks = '`'.repeat(length);
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${ticks}${space}${text}${space}${ticks}`;
}

/** Text of ours so that Markdown takes nothing in it for a sign of its own, and formulas are none. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*[\]~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])/gu, '\\$&');
}

function printQuiz(quiz: Chapter['quiz'], around: Printing): string[] {
  const letter = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);
  const questions = quiz.flatMap(({ case: situation, ask, options }, index) => [
    `### ${say('guide.question', { number: index + 1 })}`,
    ...printBlocks(situation, around),
    `**${printLine(ask, around)}**`,
    options.map(({ text }, option) => `- ${letter(option)}) ${printLine(text, around)}`).join('\n'),
  ]);
  const answers = quiz.flatMap(({ options }, index) => [
    `**${say('guide.question', { number: index + 1 })}**`,
    options
      .map(({ correct, feedback }, option) => {
        const verdict = say(correct ? 'guide.right' : 'guide.wrong', { feedback: printLine(feedback, around) });
        return `- ${letter(option)}) ${verdict}`;
      })
      .join('\n'),
  ]);
  return [`## ${say('guide.quiz')}`, ...questions, `### ${say('guide.answers')}`, ...answers];
}

function printReading(reading: Chapter['reading']): string {
  return [
    `## ${say('guide.reading')}`,
    '',
    ...reading.map(({ title, url, why }) => `- [${escaped(title)}](${url}). ${escaped(why)}`),
  ].join('\n');
}

/** The anchor that viewers of Markdown give a heading. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/\s+/g, '-');
}

function printSources(citations: readonly Citation[]): string {
  const lines = citations.map(({ about, title, text, note, source, asOf, confidence }, index) => {
    const words = {
      owner: escaped(about),
      title: escaped(title),
      value: escaped(text),
      date: asOf,
      confidence: say(`fact.confidence.${confidence}`),
      source,
    };
    const cited = note
      ? say('explain.fact-when', { ...words, conditions: escaped(note.replace(/\.$/, '')) })
      : say('explain.fact', words);
    return `${index + 1}. ${cited}`;
  });
  return [`## ${say('guide.sources')}`, '', ...lines].join('\n');
}
