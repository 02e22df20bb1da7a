/** What a reader of the guide works with: quizzes, searches of the workspace, further reading. */
import type { WorkspaceSearch } from '../core/content/types';
import type { QuizQuestion } from '../core/guide/guide';
import { parseLink } from '../core/guide/links';
import { linksIn } from '../core/guide/text';
import { type Check, repeated } from './check-shape.mts';
import { inFile, inText, linesBelow, written } from './guide-place.mts';
import { wordsIn } from './guide-text.mts';

const fewestQuestions = 3;
/** Of a search: one line shows that it finds something, not that it finds what people write. */
const fewestHits = 2;

export const practiceChecks: readonly Check[] = [
  {
    name: 'quizzes',
    about: 'At least three questions, one of them a case; right answers as the kind says; feedback on every option.',
    *run(_knowledge, content) {
      for (const { chapter, text } of written(content, true)) {
        const { id, number, quiz } = chapter;
        const file = `${id}.quiz.json`;
        if (number === null) {
          if (quiz.length > 0) yield inFile(file, 'an appendix has no quiz');
          continue;
        }
        if (quiz.length < fewestQuestions)
          yield inFile(file, `has ${quiz.length} questions: at least ${fewestQuestions} are wanted`);
        if (quiz.length === 0) continue;
        if (!quiz.some(question => question.case.length > 0))
          yield inFile(file, 'has no question with a case: at least one is wanted');
        yield* repeated(
          `guide/${file}`,
          quiz.map(question => question.id),
        );
        for (const question of quiz) {
          for (const message of checkQuestion(question)) yield inFile(file, `${question.id}: ${message}`);
          if (!text.sections.some(section => section.id === question.section))
            yield inFile(file, `${question.id}: the chapter has no section "${question.section}"`);
        }
        const ofOne = quiz.filter(question => question.kind === 'choice');
        const places = new Set(ofOne.map(({ options }) => options.findIndex(option => option.correct)));
        if (ofOne.length > 2 && places.size === 1)
          yield inFile(file, 'the right option is always in the same place: move some');
      }
    },
  },
  {
    name: 'searches',
    about:
      'A search finds the lines that it must find, several of them, and not those that it must not; the text leads to it.',
    *run(_knowledge, content) {
      for (const { chapter, text } of written(content, true)) {
        yield* repeated(
          text.file,
          chapter.searches.map(search => search.id),
        );
        const linked = linksIn(linesBelow(text).map(({ line }) => line)).map(href => parseLink(href, chapter.id));
        for (const search of chapter.searches) {
          for (const message of checkSearch(search)) yield inText(text, null, `search ${search.id}: ${message}`);
          if (!linked.some(link => link?.kind === 'search' && link.search === search.id))
            yield inText(text, null, `search ${search.id}: no link [Search](search:${search.id}) leads to it`);
        }
      }
    },
  },
  {
    name: 'further reading',
    about: 'Every page is named once in a chapter.',
    *run(_knowledge, content) {
      for (const { chapter, text } of written(content, true))
        yield* repeated(
          text.file,
          chapter.reading.map(({ url }) => url),
        );
    },
  },
];

function* checkQuestion({ kind, options }: QuizQuestion): Iterable<string> {
  const right = options.filter(option => option.correct).length;
  if (kind === 'choice' && right !== 1) yield `has ${right} right options: a choice has exactly one`;
  if (kind === 'choices' && right === 0) yield 'has no right option: choices have at least one';
  const ids = options.map(option => option.id);
  if (new Set(ids).size < ids.length) yield 'names an option twice';
  for (const option of options)
    if ([option.feedback, option.text].some(line => wordsIn(line).trim() === ''))
      yield `the option "${option.id}" needs text and feedback`;
}

function* checkSearch({ query, regex, matchCase, include, hits, misses }: WorkspaceSearch): Iterable<string> {
  if (include.trim() === '') yield 'include is empty: give the glob of the files to look in';
  if (regex && /\(\?<?[=!]|\\[1-9]/.test(query))
    yield "looks around or back, which VS Code's search does not do in every case: write it without";
  if (/\\n|\n/.test(query)) yield 'goes over several lines: a search looks at one';
  if (new Set(hits).size < fewestHits || misses.length === 0)
    yield `shows ${hits.length} lines that it must find and ${misses.length} that it must not: at least ${fewestHits} and 1 are wanted`;
  let finds: (line: string) => boolean;
  try {
    const pattern = new RegExp(regex ? query : query.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'), matchCase ? '' : 'i');
    finds = line => pattern.test(line);
  } catch (error) {
    yield `is no regular expression: ${(error as Error).message}`;
    return;
  }
  for (const line of hits) if (!finds(line)) yield `does not find "${line}"`;
  for (const line of misses) if (finds(line)) yield `finds "${line}", which it must not`;
}
