/** What makes a chapter of the guide whole: its sections and what they have to hold, and what it says it covers. */
import { quizSection, readingSection } from '../core/guide/guide';
import { type Block, blocksIn, type Code, type Line, linesIn, type TextSection } from '../core/guide/text';
import { type Check, damagedEncoding, repeated } from './check-shape.mts';
import { diagramChecks } from './guide-diagram-checks.mts';
import { linkChecks } from './guide-link-checks.mts';
import { checklistOf, toolKinds } from './guide-lists.mts';
import { inFile, inText, linesBelow, proseIn, written } from './guide-place.mts';
import { practiceChecks } from './guide-practice-checks.mts';
import { proseChecks } from './guide-prose-checks.mts';
import { commentIn, type GuideText, type ListMarker, listMarkers, wordsIn } from './guide-text.mts';

/** The sections that every chapter has, in this order; own ones may stand between them. */
const fixedSections = ['why', 'do', 'platforms', 'pitfalls', 'workspace'];
/** How long a chapter takes, in minutes. */
const [fewestMinutes, mostMinutes] = [6, 12];
const [fewestItems, mostItems] = [5, 10];
const fewestPitfalls = 3;

const wholeness: readonly Check[] = [
  {
    name: 'unwritten chapters',
    about: 'A chapter has a text. One that has none is one problem; the other checks wait for it.',
    *run(_knowledge, { guide }) {
      for (const text of guide.texts.values())
        if (!text.isWritten) yield inText(text, null, 'has no text yet: write its sections below the front matter');
    },
  },
  {
    name: 'sections',
    about: 'The fixed sections are there in their order, after a lead; headings have ids, each once.',
    *run(_knowledge, content) {
      for (const { chapter, text } of written(content, true)) {
        const ids = text.sections.map(section => section.id);
        for (const section of text.sections) {
          const title = wordsIn(section.title).trim();
          if (section.id === null) yield inText(text, section, `"${title}" has no id: end the heading with {#an-id}`);
          if (title === '') yield inText(text, section, 'has a heading without words');
        }
        const headings = blocksBelow(text).filter(block => block.kind === 'heading');
        const named = [...ids, ...headings.map(heading => heading.id)].filter(id => id !== null);
        yield* repeated(text.file, named);
        for (const id of named)
          if (id === quizSection || id === readingSection)
            yield inText(text, null, `"${id}" is the id of a section that follows by itself: take another`);
        for (const { level, children } of headings)
          if (level === 1)
            yield inText(text, children, 'has a # heading: the title is in the front matter, sections begin at ##');
          else if (wordsIn(children).trim() === '') yield inText(text, children, 'has a heading without words');
        if (chapter.number === null) continue;
        if (!text.lead.some(block => block.kind === 'paragraph'))
          yield inText(
            text,
            null,
            'begins with a heading: put a short paragraph before it, on what the reader will be able to do',
          );
        const missing = fixedSections.filter(id => !ids.includes(id));
        if (missing.length > 0) yield inText(text, null, `has no section ${missing.map(id => `{#${id}}`).join(', ')}`);
        const found = ids.filter(id => id !== null && fixedSections.includes(id));
        const inOrder = fixedSections.filter(id => found.includes(id));
        if (found.join() !== inOrder.join())
          yield inText(text, null, `has its sections in the order ${found.join(', ')}: make it ${inOrder.join(', ')}`);
        if (found.length > 0 && (ids[0] !== 'why' || ids[1] !== 'do'))
          yield inText(text, text.sections[0] ?? null, 'begins with other sections: {#why} comes first, {#do} second');
      }
    },
  },
  {
    name: 'platforms',
    about: 'The section on platforms tells of each, in the order of the platforms.',
    *run({ platforms }, content) {
      const titles = platforms.map(platform => platform.title);
      for (const { text, section } of eachSection(content, 'platforms')) {
        const found = partsOf(section.blocks);
        if (found.map(({ title }) => title).join() !== titles.join())
          yield inText(
            text,
            section,
            `has ${found.map(({ title }) => `"${title}"`).join(', ') || 'no ### headings'} in {#platforms}: make it ${titles.map(title => `### ${title}`).join(', ')}`,
          );
        for (const { title, isEmpty } of found)
          if (isEmpty) yield inText(text, section, `says nothing about ${title}: say so honestly if there is nothing`);
      }
    },
  },
  {
    name: 'what to do',
    about: 'The section on what to do has five to ten things that can be ticked off.',
    *run(_knowledge, content) {
      for (const { text, section } of eachSection(content, 'do')) {
        const { length } = checklistOf(text);
        if (length < fewestItems || length > mostItems)
          yield inText(
            text,
            section,
            `has ${length} items "- [ ]" in {#do}: ${fewestItems} to ${mostItems} are wanted`,
          );
      }
    },
  },
  {
    name: 'pitfalls',
    about: 'At least three pitfalls, each beginning with its name in bold.',
    *run(_knowledge, content) {
      for (const { text, section } of eachSection(content, 'pitfalls')) {
        const { length } = [...linesIn(section.blocks)].filter(({ line }) => beginsBold(line));
        if (length < fewestPitfalls)
          yield inText(text, section, `has ${length} pitfalls "**Name.**": at least ${fewestPitfalls} are wanted`);
      }
    },
  },
  {
    name: 'length',
    about: 'A chapter takes six to twelve minutes.',
    *run(_knowledge, content) {
      for (const { chapter, text } of written(content))
        if (chapter.minutes < fewestMinutes || chapter.minutes > mostMinutes)
          yield inText(
            text,
            null,
            `takes ${chapter.minutes} minutes: ${chapter.minutes < fewestMinutes ? 'say more' : 'shorten it'}, ${fewestMinutes} to ${mostMinutes} are wanted`,
          );
    },
  },
  {
    name: 'code',
    about: 'Every sample has a language and, unless it is shell or output, a file name that says how it is checked.',
    *run(_knowledge, content) {
      for (const { text } of written(content, true))
        for (const block of blocksBelow(text)) {
          const message = block.kind === 'code' ? checkCode(block) : undefined;
          if (message) yield inText(text, block, message);
        }
    },
  },
  {
    name: 'raw HTML and comments',
    about: 'No HTML, which would stand there as text, and no comment but those that ask for a list.',
    *run(_knowledge, content) {
      for (const { text } of written(content, true))
        for (const { line, within } of linesBelow(text)) {
          const marker = commentIn(line);
          if (marker) {
            if (!isKnown(marker) || within !== 'paragraph')
              yield inText(
                text,
                line,
                `"${wordsIn(line)}" asks for no list that there is, or does not stand on a line of its own`,
              );
          } else {
            const [html] = /<!--|<\/?[A-Za-z][^<>]*>/.exec(proseIn(line)) ?? [];
            if (html)
              yield inText(text, line, `has "${html}", which is shown as text: use Markdown, or put it into code`);
          }
        }
    },
  },
  {
    name: 'tools without place',
    about: 'Every tool is in the list of one of its kinds.',
    *run({ tools }, content) {
      const lists = written(content, true)
        .flatMap(({ text }) => listMarkers(text))
        .flatMap(({ name, argument }) => (name === 'tools' ? [argument] : []));
      // Until a chapter lists tools at all, there is no place to miss.
      if (lists.length === 0) return;
      for (const { id, kinds } of tools)
        if (!kinds.some(kind => lists.includes(kind)))
          yield {
            file: `tools/${id}.json`,
            message: `no chapter lists it: add <!-- tools: ${kinds[0]} --> to one, or another kind to it`,
          };
    },
  },
  {
    name: 'encoding',
    about: 'No text of the guide is in a damaged encoding.',
    *run(_knowledge, { guide }) {
      for (const [name, source] of guide.files) {
        const line = source.split('\n').findIndex(text => damagedEncoding.test(text));
        if (line !== -1) yield inFile(name, 'is in a damaged encoding: save it as UTF-8 and mend the signs', line + 1);
      }
    },
  },
  {
    name: 'source statements of the guide',
    about: 'Every source statement is covered by a chapter or a tool, and every chapter says what it covers.',
    *run({ tools }, content) {
      const known = new Set(content.statements.map(statement => statement.id));
      const items = [
        ...content.guide.guide.chapters.map(({ id, covers = [] }) => ({ file: `guide/${id}.md`, covers })),
        ...tools.map(({ id, covers = [] }) => ({ file: `tools/${id}.json`, covers })),
      ];
      for (const { file, covers } of items)
        for (const id of covers)
          if (!known.has(id)) yield { file, message: `covers "${id}", which is no source statement` };
      for (const { chapter, text } of written(content))
        if ((chapter.covers ?? []).length === 0) yield inText(text, null, 'covers no source statement: add covers');
      const covered = new Set(items.flatMap(item => item.covers));
      const missing = [...known].filter(id => !covered.has(id));
      if (missing.length > 0)
        yield { file: 'source-statements.json', message: `no chapter or tool covers ${missing.join(', ')}` };
    },
  },
];

/** Everything that is held against the guide. */
export const guideChecks: readonly Check[] = [
  ...wholeness,
  ...linkChecks,
  ...practiceChecks,
  ...proseChecks,
  ...diagramChecks,
];

function eachSection(content: Parameters<typeof written>[0], id: string): { text: GuideText; section: TextSection }[] {
  return written(content).flatMap(({ text }) =>
    text.sections.filter(section => section.id === id).map(section => ({ text, section })),
  );
}

function blocksBelow({ lead, sections }: GuideText): Block[] {
  return [lead, ...sections.map(section => section.blocks)].flatMap(blocks => [...blocksIn(blocks)]);
}

/** What stands under each heading of the third level, tabs among them. */
function partsOf(blocks: readonly Block[]): { readonly title: string; readonly isEmpty: boolean }[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === 'tabs') return block.tabs.map(tab => ({ title: tab.title, isEmpty: tab.blocks.length === 0 }));
    if (!isPart(block)) return [];
    return [{ title: wordsIn(block.children).trim(), isEmpty: isPart(blocks[index + 1]) }];
  });
}

function isPart(block: Block | undefined): block is Extract<Block, { kind: 'heading' }> {
  return block?.kind === 'heading' && block.level === 3;
}

function beginsBold(line: Line): boolean {
  const first = line.find(piece => typeof piece !== 'string' || piece.trim() !== '');
  return typeof first === 'object' && first.kind === 'strong';
}

function isKnown({ name, argument }: ListMarker): boolean {
  if (name === 'tools') return toolKinds.some(kind => kind === argument);
  return argument === null && ['limits', 'glossary', 'checklist', 'reading'].includes(name);
}

/** What names of samples can be held against, by their language. */
const sampleNames: Readonly<Record<string, RegExp>> = {
  ts: /\.ts$/,
  py: /\.py$/,
  python: /\.py$/,
  hcl: /\.tf$/,
  tf: /\.tf$/,
  terraform: /\.tf$/,
  sql: /\.sql$/,
  json: /(?:^|\/)(?:host|[\w-]*policy)\.json$/,
  yaml: /^(?:template\.ya?ml|serverless\.yml|\.github\/workflows\/[\w-]+\.ya?ml|\.gitlab-ci\.yml|stack\.ya?ml|(?:rules|alerts)\.ya?ml)$/,
};

function checkCode({ language, file }: Code): string | undefined {
  if (language === '')
    return 'has code without a language: put it into a fence and write ```ts handler.ts, or ```text for output';
  if (file?.includes(' '))
    return `has code with "${language} ${file}": a language and a file name are all that belongs there`;
  if (language === 'sh' || language === 'text') return undefined;
  const names = sampleNames[language];
  if (!names) return `has code in "${language}": use ${Object.keys(sampleNames).join(', ')}, sh or text`;
  if (file === null) return `has code without a file name: write \`\`\`${language} and the name`;
  return names.test(file)
    ? undefined
    : `has code named "${file}", and nothing says how ${language} of that name is checked`;
}
