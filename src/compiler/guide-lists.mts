/** The lists that the guide makes from what is known elsewhere: tools, limits, terms, checklists, further reading. */
import type { FurtherReading, Platform, Term, Tool } from '../core/content/types';
import type { ChapterHead } from '../core/guide/guide';
import type { Block, ChapterText, Inline, Line, ListItem } from '../core/guide/text';
import { lower } from '../core/language/words';
import { joined } from './guide-markdown.mts';
import type { ListMarker } from './guide-text.mts';

/** What lists are made of. */
export interface ListSources {
  readonly platforms: readonly Platform[];
  readonly tools: readonly Tool[];
  readonly terms: readonly Term[];
  /** In reading order. */
  readonly chapters: readonly ChapterSource[];
}

export interface ChapterSource {
  readonly head: Pick<ChapterHead, 'id' | 'number' | 'title'>;
  readonly text: ChapterText;
  readonly reading: readonly FurtherReading[];
}

export const toolKinds: readonly Tool['kinds'][number][] = [
  'functions',
  'gateways',
  'delivery',
  'infrastructure',
  'monitoring',
  'testing',
  'cost',
  'state',
];

/**
 * What a list consists of; nothing when there is no list of that name. `others` are the kinds of tools that the same text
 * lists: a tool of several kinds is described under the first of its kinds, and named under the others. `read` reads Markdown.
 */
export function makeList(
  sources: ListSources,
  marker: ListMarker,
  others: readonly string[],
  read: (markdown: string) => readonly Block[],
): readonly Block[] | undefined {
  switch (marker.name) {
    case 'tools':
      return toolKinds.some(kind => kind === marker.argument)
        ? read(printTools(sources, marker.argument ?? '', others))
        : undefined;
    case 'limits':
      return read(sources.platforms.map(printLimits).join('\n\n'));
    case 'glossary':
      return read(printGlossary(sources));
    case 'checklist':
      return makeChecklist(sources.chapters);
    case 'reading':
      return read(printReadingList(sources.chapters));
    default:
      return undefined;
  }
}

function printTools({ platforms, tools }: ListSources, kind: string, listed: readonly string[]): string {
  const placeOf = ({ title }: Tool): number => {
    const place = platforms.findIndex(platform => platform.title === title);
    return place === -1 ? platforms.length : place;
  };
  const home = (tool: Tool): string | undefined => tool.kinds.find(own => listed.includes(own));
  const ofKind = tools
    .filter(tool => tool.kinds.some(own => own === kind))
    // The platforms themselves come first, in their order, because headings of their titles become tabs.
    .sort((a, b) => placeOf(a) - placeOf(b) || a.title.localeCompare(b.title, 'en'));
  const elsewhere = ofKind.filter(tool => home(tool) !== kind);
  return [
    ...ofKind.filter(tool => home(tool) === kind).map(printTool),
    ...(elsewhere.length > 0
      ? [`Described elsewhere in this chapter: ${elsewhere.map(({ title }) => title).join(', ')}.`]
      : []),
  ].join('\n\n');
}

const confidences = {
  provider: "the owner's own pages",
  secondary: 'a secondary source',
  computed: 'worked out from sources',
};

function printTool(tool: Tool): string {
  const { id, title, owner, formerly, purpose, licence, strengths, limits, alternative, status, home, asOf } = tool;
  const lines = [
    ['Licence', licence],
    ['Strengths', strengths],
    ['Limits', limits],
    ['Instead', alternative],
    ['Changing', status],
    ['Formerly', formerly],
    ['Home', `[${owner}](${home}), read on ${asOf}, ${confidences[tool.confidence]}`],
  ];
  const list = lines.flatMap(([name, text]) => (text ? [`- **${name}:** ${text}`] : []));
  return `### ${title} {#${id}}\n\n${purpose}\n\n${list.join('\n')}`;
}

/** Two columns, which a narrow side bar still shows; sources and conditions are in the footnotes of the values. */
function printLimits({ id, title, facts, notes = [] }: Platform): string {
  const rows = [...facts, ...notes].map(item => {
    // Two values of one thing are told apart by what each of them applies to.
    const what = item.appliesTo ? `${item.title}, ${lower(item.appliesTo)}` : item.title;
    return `| ${what.replaceAll('|', '\\|')} | {${id}.${item.id}} |`;
  });
  return [`### ${title}`, '', '| What | Value |', '| --- | --- |', ...rows].join('\n');
}

function printGlossary({ terms, chapters }: ListSources): string {
  const titles = new Map(chapters.map(({ head }) => [head.id, head.title]));
  return [...terms]
    .sort((a, b) => a.term.localeCompare(b.term, 'en'))
    .map(({ id, term, also = [], text, chapter, section }) => {
      const names = also.length > 0 ? `Also: ${also.join(', ')}. ` : '';
      const place = section === undefined ? `${chapter}.md` : `${chapter}.md#${section}`;
      const heading = `${term.charAt(0).toUpperCase()}${term.slice(1)}`;
      return `### ${heading} {#${id}}\n\n${text} ${names}More in [${titles.get(chapter) ?? chapter}](${place}).`;
    })
    .join('\n\n');
}

/** The items of every chapter's "What to do", under its title. */
function makeChecklist(chapters: readonly ChapterSource[]): Block[] {
  return numbered(chapters).flatMap(({ head: { id, title }, text }): Block[] => {
    const items = checklistOf(text).map(item => ({ ...item, blocks: elsewhere(id, item.blocks) }));
    if (items.length === 0) return [];
    const link: Inline = { kind: 'link', href: `${id}.md#do`, children: [title] };
    return [
      { kind: 'heading', level: 3, id: `${id}-items`, children: [title] },
      { kind: 'paragraph', children: ['Why and how: ', link] },
      { kind: 'list', start: null, items },
    ];
  });
}

/** The items of the section "do" that are to be ticked off. */
export function checklistOf({ sections }: ChapterText): ListItem[] {
  const blocks = sections.find(({ id }) => id === 'do')?.blocks ?? [];
  return blocks.flatMap(block => (block.kind === 'list' ? block.items.filter(({ done }) => done === false) : []));
}

/** Links as they have to be outside their chapter; searches belong to the chapter, so outside only their words stay. */
function elsewhere(chapter: string, blocks: readonly Block[]): Block[] {
  const moved = (line: Line): Line =>
    joined(
      line.flatMap((piece): Line => {
        if (typeof piece === 'string' || !('children' in piece)) return [piece];
        const children = moved(piece.children);
        if (piece.kind !== 'link') return [{ ...piece, children }];
        if (piece.href.startsWith('search:')) return children;
        return [{ ...piece, href: piece.href.startsWith('#') ? `${chapter}.md${piece.href}` : piece.href, children }];
      }),
    );
  return blocks.map(block => {
    if (block.kind === 'paragraph') return { ...block, children: moved(block.children) };
    if (block.kind !== 'list') return block;
    return { ...block, items: block.items.map(item => ({ ...item, blocks: elsewhere(chapter, item.blocks) })) };
  });
}

function printReadingList(chapters: readonly ChapterSource[]): string {
  return numbered(chapters)
    .filter(({ reading }) => reading.length > 0)
    .map(({ head, reading }) => {
      const items = reading.map(({ title, url, why }) => `- [${title}](${url}): ${why}`);
      return `### ${head.title} {#${head.id}-reading}\n\n${items.join('\n')}`;
    })
    .join('\n\n');
}

function numbered(chapters: readonly ChapterSource[]): readonly ChapterSource[] {
  return chapters.filter(({ head }) => head.number !== null);
}
