/** That what the guide refers to exists: links, facts, terms, criteria, choices, the other files. */

import type { Knowledge } from '../core/content/knowledge';
import { linesOfQuestion } from '../core/guide/guide';
import { actions, parseLink } from '../core/guide/links';
import { type Block, blocksIn, type Line, linesIn, piecesIn } from '../core/guide/text';
import { placeholdersIn } from '../core/language/wording';
import { type Check, repeated } from './check-shape.mts';
import { unnamedWays } from './fact-checks.mts';
import { readLine } from './guide-markdown.mts';
import { inFile, inText, linesBelow, proseIn, referencesIn, written } from './guide-place.mts';
import type { Content } from './load.mts';
import type { ContentProblem } from './problem.mts';

/** Text somewhere in the guide, and where. */
interface Wording {
  readonly file: string;
  /** What comes before the message, such as the question that the words belong to. */
  readonly about: string;
  /** The chapter from where its links are meant. */
  readonly chapter: string;
  readonly lines: readonly Line[];
  /** The line of the file at which one of them begins. */
  lineOf?(line: Line): number | undefined;
}

export const linkChecks: readonly Check[] = [
  {
    name: 'links',
    about: 'Every link of the guide leads somewhere.',
    *run(knowledge, content) {
      for (const wording of wordings(knowledge, content))
        for (const line of wording.lines)
          for (const { href, words } of referencesIn(line)) {
            const message = words.trim() === '' ? 'has no words' : checkLink(knowledge, content, wording.chapter, href);
            if (message) yield at(wording, line, `the link [${words}](${href}) ${message}`);
          }
    },
  },
  {
    name: 'facts of the guide',
    about: 'Every fact in braces exists, and none stands in code, where it would not be filled in.',
    *run(knowledge, content) {
      const isFact = (id: string): boolean => knowledge.factById.has(id) || knowledge.noteById.has(id);
      for (const wording of wordings(knowledge, content))
        for (const line of wording.lines) {
          for (const [whole, id = ''] of proseIn(line).matchAll(/\{([^{}#\s]+)\}/g))
            if (!isFact(id))
              yield at(
                wording,
                line,
                `${whole} is no fact: add it to content/platforms or content/tools, or put the braces into code`,
              );
          for (const piece of piecesIn(line))
            if (typeof piece !== 'string' && piece.kind === 'code')
              for (const id of placeholdersIn(piece.text))
                if (isFact(id)) yield at(wording, line, `{${id}} stands in code, where facts are not filled in`);
        }
    },
  },
  {
    name: 'defaults that the guide quotes',
    about: 'A paragraph, cell or feedback that quotes what holds for one way of making functions says which.',
    *run(knowledge, content) {
      for (const wording of wordings(knowledge, content))
        for (const line of wording.lines)
          for (const message of unnamedWays(knowledge, proseIn(line))) yield at(wording, line, message);
    },
  },
  {
    name: 'pictures',
    about: 'Every picture is a diagram that is there, alone in its paragraph and with words; every diagram is shown.',
    *run(_knowledge, content) {
      const { files } = content.guide;
      const shown = new Set<string>();
      for (const { text } of written(content, true)) {
        for (const block of [text.lead, ...text.sections.map(({ blocks }) => blocks)].flatMap(all => [
          ...blocksIn(all),
        ])) {
          if (block.kind !== 'diagram') continue;
          shown.add(block.path);
          if (!block.path.startsWith('diagrams/') || !files.has(block.path))
            yield inText(text, block, `the picture ${block.path} is not in diagrams/`);
          if (block.caption.trim() === '')
            yield inText(text, block, `the picture ${block.path} has no words in its brackets`);
        }
        for (const { line } of linesBelow(text))
          for (const piece of piecesIn(line))
            if (typeof piece !== 'string' && piece.kind === 'picture') {
              shown.add(piece.path);
              yield inText(text, line, `the picture ${piece.path} does not stand alone in its paragraph`);
            }
      }
      for (const name of files.keys())
        if (name.startsWith('diagrams/') && !shown.has(name))
          yield inFile(name, 'is shown in no chapter: show it, or take it away');
    },
  },
  {
    name: 'places of the guide',
    about:
      'Terms, paths, prerequisites, criteria and choices lead to chapters and sections that are there; ids are named once.',
    *run(knowledge, content) {
      const { chapters, terms, paths } = content.guide.guide;
      yield* repeated(
        'guide/glossary.json',
        terms.map(term => term.id),
      );
      yield* repeated(
        'guide/paths.json',
        paths.map(path => path.id),
      );
      for (const { id, chapter, section = null } of terms) {
        const message = checkPlace(content, chapter, section);
        if (message) yield inFile('glossary.json', `${id}: ${message}`);
      }
      for (const { id, steps } of paths)
        for (const { chapter, section = null } of steps) {
          const message = checkPlace(content, chapter, section);
          if (message) yield inFile('paths.json', `${id}: ${message}`);
        }
      for (const [index, { id, order }] of chapters.entries()) {
        const other = chapters[index - 1];
        if (other?.order === order) yield inFile(`${id}.md`, `order: ${order} is the one of ${other.id}.md too`);
      }
      for (const chapter of chapters) {
        const file = `guide/${chapter.id}.md`;
        for (const id of chapter.prerequisites ?? [])
          if (id === chapter.id || checkPlace(content, id, null))
            yield { file, message: `prerequisites: "${id}" is no other chapter` };
        for (const [id, section] of Object.entries(chapter.criteria ?? {})) {
          if (!knowledge.criterionById.has(id)) yield { file, message: `criteria: "${id}" is no criterion` };
          const message = checkPlace(content, chapter.id, section);
          if (message) yield { file, message: `criteria, ${id}: ${message}` };
        }
        for (const [id, section] of Object.entries(chapter.scaffold ?? {})) {
          if (!isOption(content, id))
            yield { file, message: `scaffold: "${id}" is no choice.option of content/scaffold/choices.json` };
          const message = checkPlace(content, chapter.id, section);
          if (message) yield { file, message: `scaffold, ${id}: ${message}` };
        }
      }
    },
  },
  {
    name: 'criteria explained',
    about: 'Every criterion is explained by a section of the chapter that is its topic.',
    *run(knowledge, content) {
      for (const { chapter, text } of written(content)) {
        const missing = knowledge.criteria.filter(({ id, topic }) => topic === chapter.id && !chapter.criteria?.[id]);
        if (missing.length > 0)
          yield inText(
            text,
            null,
            `is the topic of ${missing.map(({ id }) => id).join(', ')}: name the section of each under criteria`,
          );
      }
    },
  },
  {
    name: 'files of the guide',
    about: 'Every file belongs to something.',
    *run(_knowledge, { guide }) {
      const chapters = new Set(guide.guide.chapters.map(({ id }) => id));
      for (const name of guide.files.keys()) {
        const quizOf = /^([^/]+)\.quiz\.json$/.exec(name)?.[1];
        if (quizOf !== undefined && !chapters.has(quizOf)) yield inFile(name, `there is no chapter ${quizOf}.md`);
        if (!/^(?:[a-z0-9-]+(?:\.quiz)?\.(?:md|json)|README\.md|diagrams\/[a-z0-9-]+\.svg)$/.test(name))
          yield inFile(name, 'belongs to nothing: name chapters and diagrams in small letters with hyphens');
      }
    },
  },
];

function at({ file, about, lineOf }: Wording, line: Line, message: string): ContentProblem {
  return { file, line: lineOf?.(line), message: `${about}${message}` };
}

/** Every text of the guide, and of the tools, which the guide shows. */
function wordings({ tools }: Knowledge, content: Content): Wording[] {
  const { chapters, terms, paths } = content.guide.guide;
  const within = (file: string, about: string, chapter: string, lines: readonly Line[]): Wording => ({
    file,
    about: `${about}: `,
    chapter,
    lines,
  });
  const read = (...texts: (string | undefined)[]): Line[] => texts.flatMap(text => (text ? [readLine(text)] : []));
  return [
    ...written(content, true).map(({ chapter, text }) => ({
      file: text.file,
      about: '',
      chapter: chapter.id,
      lines: [...text.sections.map(({ title }) => title), ...linesBelow(text).map(({ line }) => line)],
      lineOf: (line: Line) => text.lineOf(line),
    })),
    ...chapters.flatMap(({ id, summary, quiz, searches, reading }) => [
      within(`guide/${id}.md`, 'summary', id, linesOf(summary)),
      ...searches.map(search => within(`guide/${id}.md`, `search ${search.id}`, id, read(search.look))),
      ...reading.map(item => within(`guide/${id}.md`, `reading "${item.title}"`, id, read(item.why))),
      ...quiz.map(question => within(`guide/${id}.quiz.json`, question.id, id, linesOfQuestion(question))),
    ]),
    ...terms.map(term => within('guide/glossary.json', term.id, 'glossary', read(term.text))),
    ...paths.map(path =>
      within('guide/paths.json', path.id, '', read(path.summary, ...path.steps.map(step => step.why))),
    ),
    ...tools.map(tool =>
      within(
        `tools/${tool.id}.json`,
        tool.id,
        'tools',
        read(tool.purpose, tool.licence, tool.strengths, tool.limits, tool.alternative, tool.status, tool.formerly),
      ),
    ),
  ];
}

function linesOf(blocks: readonly Block[]): Line[] {
  return [...linesIn(blocks)].map(({ line }) => line);
}

/** What is wrong with a link; nothing when it leads somewhere. */
function checkLink(knowledge: Knowledge, content: Content, chapter: string, href: string): string | undefined {
  const link = parseLink(href, chapter);
  if (!link)
    return `is none that the guide has: a chapter.md, #section, term:, question:, criterion:, scaffold:, search:, https:, or do: with one of ${actions.join(', ')}`;
  switch (link.kind) {
    case 'place':
      return link.place.kind === 'chapter' ? checkPlace(content, link.place.chapter, link.place.section) : undefined;
    case 'term':
      return content.guide.guide.terms.some(({ id }) => id === link.term)
        ? undefined
        : `names no term of glossary.json`;
    case 'question':
      return knowledge.questionById.has(link.id) ? undefined : 'names no question';
    case 'criterion':
      return knowledge.criterionById.has(link.id) ? undefined : 'names no criterion';
    case 'scaffold':
      return isOption(content, `${link.choice}.${link.option}`) ? undefined : 'names no choice.option';
    case 'search': {
      const searches = content.guide.guide.chapters.find(({ id }) => id === chapter)?.searches ?? [];
      return searches.some(({ id }) => id === link.search)
        ? undefined
        : "names no search of the chapter's front matter";
    }
    default:
      return undefined;
  }
}

/** What is wrong with a place. A chapter without text may get any section yet. */
function checkPlace({ guide }: Content, chapter: string, section: string | null): string | undefined {
  const found = guide.guide.chapters.find(({ id }) => id === chapter);
  if (!found) return `there is no chapter "${chapter}"`;
  if (section === null || !guide.texts.get(chapter)?.isWritten) return undefined;
  return found.sections.some(({ id }) => id === section) ? undefined : `${chapter}.md has no section "${section}"`;
}

function isOption({ catalogue }: Content, id: string): boolean {
  return catalogue.choices.some(choice => choice.options.some(option => `${choice.id}.${option.id}` === id));
}
