/** Reads content/guide and compiles it: chapters with their quizzes and diagrams, terms, reading paths. */
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isNode, parseDocument, parse as parseYaml } from 'yaml';
import type { Topic } from '../core/content/knowledge';
import type {
  Chapter as FrontMatter,
  Glossary,
  Platform,
  Quiz,
  ReadingPaths,
  Tool,
  QuizQuestion as WrittenQuestion,
} from '../core/content/types';
import { type Chapter, type GuideFile, type QuizQuestion, quizSection, readingSection } from '../core/guide/guide';
import { say } from '../core/language/words';
import { readDrawing } from './guide-drawing.mts';
import { type ChapterSource, makeList } from './guide-lists.mts';
import { type Known, readLine, readMarkdown } from './guide-markdown.mts';
import { type GuideText, listMarkers, readGuideText, readingMinutes, withLists, wordsIn } from './guide-text.mts';
import { type ContentProblem, lineInJson, lineOf } from './problem.mts';

/** What a schema objects to in a value, a sentence each, and of which value within it. */
export type Validate = (value: unknown, schema: string) => { path: (string | number)[]; message: string }[];

/** The guide, and what its checks need of the files besides. */
export interface LoadedGuide {
  readonly guide: GuideFile;
  /** What the questionnaire knows of the numbered chapters. */
  readonly topics: readonly Topic[];
  /** By chapter. */
  readonly texts: ReadonlyMap<string, GuideText>;
  /** Every file of content/guide by its path there. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly ContentProblem[];
  /** Whether nothing was left out for a problem that it has. */
  readonly isWhole: boolean;
}

interface Owners {
  readonly platforms: readonly Platform[];
  readonly tools: readonly Tool[];
}

/** How a value is written down, and where in the file a value within it stands. */
interface Notation {
  parse(text: string): unknown;
  lineAt(text: string, path: readonly (string | number)[]): number | undefined;
}

const json: Notation = { parse: JSON.parse, lineAt: lineInJson };
/** Front matter, which begins in the second line of its file. */
const yaml: Notation = {
  parse: parseYaml,
  lineAt(text, path) {
    const node = path.length === 0 ? undefined : parseDocument(text).getIn(path, true);
    return lineOf(text, (isNode(node) && node.range?.[0]) || 0) + 1;
  },
};

/** The first order of an appendix. */
const appendices = 101;

/** Every file of the folder as text, by its path with forward slashes. */
export async function readGuideFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async path => {
      const name = path
        .slice(folder.length)
        .split(sep)
        .filter(part => part !== '')
        .join('/');
      return [name, await readFile(path, 'utf8')] as const;
    }),
  );
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Compiles the files of content/guide; problems do not stop it, so that all of them are seen at once. */
export function compileGuide(
  files: ReadonlyMap<string, string>,
  owners: Owners & { /** Those of them that lists can be made of. */ readonly listed?: Owners },
  validate: Validate,
): LoadedGuide {
  const problems: ContentProblem[] = [];
  let isWhole = true;
  const read = <T,>(name: string, schema: string, { parse, lineAt }: Notation, text: string): T | undefined => {
    const file = `guide/${name}`;
    try {
      const value = parse(text);
      const objections = validate(value, schema);
      for (const { path, message } of objections) problems.push({ file, line: lineAt(text, path), message });
      if (objections.length === 0) return value as T;
    } catch (error) {
      problems.push({ file, message: String(error) });
    }
    isWhole = false;
    return undefined;
  };
  const readJson = <T,>(name: string, schema: string): T | undefined =>
    read(name, schema, json, files.get(name) ?? 'null');

  const known: Known = { platforms: owners.platforms, drawings: drawingsIn(files) };
  const drafts = [...files].flatMap(([name, source]) => {
    if (!/^[^/]+\.md$/.test(name) || name === 'README.md') return [];
    const id = name.slice(0, -'.md'.length);
    const { frontMatter, text } = readGuideText(id, source, known);
    if (frontMatter === null) {
      isWhole = false;
      problems.push({ file: text.file, message: 'has no front matter between two lines of ---' });
    }
    const front = frontMatter === null ? undefined : read<FrontMatter>(name, 'guide-chapter', yaml, frontMatter);
    const quizFile = `${id}.quiz.json`;
    const quiz = files.has(quizFile) ? readJson<Quiz>(quizFile, 'quiz') : undefined;
    return front ? [{ id, front, text, quiz: quiz?.questions ?? [] }] : [];
  });
  drafts.sort((a, b) => a.front.order - b.front.order || (a.id < b.id ? -1 : 1));
  const terms = readJson<Glossary>('glossary.json', 'glossary')?.terms ?? [];
  const paths = readJson<ReadingPaths>('paths.json', 'guide-paths')?.paths ?? [];

  const sources = drafts.map(({ id, front, text }, index): ChapterSource => {
    const number = front.order < appendices ? index + 1 : null;
    return { head: { id, number, title: front.title }, text, reading: front.reading ?? [] };
  });
  const chapters = drafts.map(({ id, front, text, quiz }, index): Chapter => {
    const { summary, searches = [], reading = [], ...head } = front;
    const found = text.sections.flatMap(({ id: section, title }) =>
      section === null ? [] : [{ id: section, title: wordsIn(title).trim() }],
    );
    const kindsListed = listMarkers(text).flatMap(({ name, argument }) =>
      name === 'tools' && argument !== null ? [argument] : [],
    );
    return {
      ...head,
      id,
      number: sources[index]?.head.number ?? null,
      minutes: readingMinutes(text, quiz.length),
      sections: [
        ...found,
        ...(quiz.length > 0 ? [{ id: quizSection, title: say('guide.quiz') }] : []),
        ...(reading.length > 0 ? [{ id: readingSection, title: say('guide.reading') }] : []),
      ],
      questions: quiz.map(question => question.id),
      summary: readMarkdown(summary, known).blocks,
      text: withLists(text, marker =>
        makeList(
          { ...(owners.listed ?? owners), terms, chapters: sources },
          marker,
          kindsListed,
          markdown => readMarkdown(markdown, known).blocks,
        ),
      ),
      quiz: quiz.map(question => readQuestion(question, known)),
      searches,
      reading,
    };
  });
  const topics = drafts.flatMap(({ id, front: { title, summary } }, index) =>
    sources[index]?.head.number === null ? [] : [{ id, title, summary }],
  );
  const texts = new Map(drafts.map(({ id, text }) => [id, text]));
  return { guide: { chapters, terms, paths }, topics, texts, files, problems, isWhole };
}

/** A question of a quiz as the guide holds it. */
export function readQuestion(question: WrittenQuestion, known: Known): QuizQuestion {
  return {
    ...question,
    case: question.case === undefined ? [] : readMarkdown(question.case, known).blocks,
    ask: readLine(question.ask),
    options: question.options.map(option => ({
      ...option,
      text: readLine(option.text),
      feedback: readLine(option.feedback),
    })),
  };
}

/** The drawings of the guide by the paths that texts give them. What is none is for the checks to find. */
function drawingsIn(files: ReadonlyMap<string, string>): Known['drawings'] {
  return new Map(
    [...files].flatMap(([path, source]) => {
      const drawing = path.startsWith('diagrams/') ? readDrawing(source) : undefined;
      return drawing ? [[path, drawing] as const] : [];
    }),
  );
}
