/**
 * For everything that reads text from outside: input that is the worst for it, by size in UTF-16 code units or entries, and what is
 * done with it. Preparing comes first, so that only the reading is counted.
 */
import { readFileSync } from 'node:fs';
import { unlinked } from '../../src/cli/terminal';
import { applyEdits, editAnswer, editWeight, fileNameFor } from '../../src/core/assessment/assessment';
import { parseAssessment } from '../../src/core/assessment/assessment-parser';
import { whatWouldChange } from '../../src/core/assessment/change';
import { printJson, printMarkdown, printText } from '../../src/core/assessment/report';
import { reportState } from '../../src/core/assessment/report-state';
import { assess } from '../../src/core/assessment/verdict';
import { openKnowledge } from '../../src/core/content/knowledge';
import { longestHistory, readHistory } from '../../src/core/guide/history';
import { parseLink } from '../../src/core/guide/links';
import { readProgress } from '../../src/core/guide/progress';
import { makeSearch } from '../../src/core/guide/search';
import { escapeMarkdown } from '../../src/core/language/markdown';
import { parseQuantity } from '../../src/core/language/quantity';
import { visible, visibleLine } from '../../src/core/language/visible';
import type { Given } from '../../src/core/scaffold/given';
import { fingerprintOf, parseJournal, printJournal } from '../../src/core/scaffold/journal';
import { hashOf, parseManifest } from '../../src/core/scaffold/manifest';
import { checkName, suggestName } from '../../src/core/scaffold/name';
import { describeStrangers, rememberedBy } from '../../src/core/scaffold/previous';
import { fill } from '../../src/core/scaffold/template';
import { mergeThree } from '../../src/core/scaffold/three-way';
import { parseIntent as parseReportIntent } from '../../src/host/assessment/report-intents';
import { parseIntent as parseGuideIntent } from '../../src/host/guide/guide-intents';
import { giants, wordyAssessment } from '../core/giants';
import { guide } from '../guide/small-guide';
import { smallCatalogue } from '../scaffold/small-catalogue';

export interface WorkCase {
  readonly size: number;
  /** The most steps, where they need not grow with the size: beyond some size nothing is done any more. */
  readonly most?: number;
  /** Makes the input, and gives what reads it; that gives how much came of it, in characters or entries, where that is to be bounded. */
  readonly prepare: (size: number) => () => number | undefined;
}

const knowledge = openKnowledge(JSON.parse(readFileSync('dist/knowledge.json', 'utf8')));
const catalogue = smallCatalogue();
const find = makeSearch(guide, knowledge);

/** Whether something of the value is told does not matter here. */
const done = (_value: unknown): undefined => undefined;

function of(size: number, prepare: WorkCase['prepare']): WorkCase {
  return { size, prepare };
}

const assessments = Object.entries(giants).map(([name, giant]): [string, WorkCase] => [
  `an assessment of ${name}`,
  of(200_000, size => {
    const text = giant(size);
    return () => JSON.stringify(parseAssessment(knowledge, text)).length;
  }),
]);

const withMuchToTell = ['unknown keys, as many as are read', 'unknown keys in lines of their own'];
const reports = [...withMuchToTell, 'one key again and again'].map((name): [string, WorkCase] => [
  `the report of an assessment of ${name}`,
  of(200_000, size => {
    const text = giants[name]?.(size) ?? '';
    return () => JSON.stringify(reportState(knowledge, { file: 'x', text, editable: true })).length;
  }),
]);

const edits = [...withMuchToTell, 'a number'].map((name): [string, WorkCase] => [
  `an edit of ${name}`,
  of(200_000, size => {
    const text = giants[name]?.(size) ?? '';
    return () => {
      const edited = applyEdits(text, editAnswer(knowledge, text, 'memory', { value: 128 }));
      return done(editWeight(knowledge, edited, 'memory', 3));
    };
  }),
]);

const hostile: Readonly<Record<string, (size: number) => string>> = {
  spaces: size => `1${' '.repeat(size)}1`,
  'line feeds': size => `a${'\n'.repeat(size)}a`,
  thousands: size => `1${',000'.repeat(size / 4)}x`,
  digits: size => '1'.repeat(size),
  letters: size => 'a'.repeat(size),
  hyphens: size => `a${'-'.repeat(size)}a`,
  colons: size => ':a'.repeat(size / 2),
  'at signs': size => '@'.repeat(size),
  'brackets of links': size => '[]('.repeat(size / 3),
  'control characters': size => '\u001b'.repeat(size),
  'direction marks': size => '\u202e'.repeat(size),
  'characters that stand for sentences': size => '\ufdfa'.repeat(size),
  'halves of characters': size => '\ud800'.repeat(size),
  'accents on accents': size => `e${'\u0301'.repeat(size)}`,
  placeholders: size => '<% name %>'.repeat(size / 10),
};

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a quantity': text => parseQuantity(text, 'seconds'),
  'a line of Markdown': escapeMarkdown,
  'visible text': visible,
  'a visible line': text => visibleLine(text),
  'text without links': text => unlinked(text),
  'the name of a file': fileNameFor,
  'the name of a project': text => [checkName(text), suggestName(text)],
  'a link': text =>
    [text, `https://${text}`, `question:${text}`, `scaffold:a.${text}`, `#${text}`, `${text}.md`].map(href =>
      parseLink(href, 'work'),
    ),
  'words to search for': text => find(text),
  'a hash': hashOf,
  'words of people in a project': text =>
    fill(
      'README.md',
      '# <% title %>\n\n<% slot lines %>\n<% name %>',
      new Map<string, string | Given>([
        ['title', { words: text }],
        ['name', { words: text }],
      ]),
      new Map([['lines', ['- <% title %>', '- <% name %>']]]),
    ),
};

const texts = Object.entries(readers).flatMap(([reader, read]) =>
  Object.entries(hostile).map(([name, make]): [string, WorkCase] => [
    `${reader} of ${name}`,
    of(12_000, size => {
      const text = make(size);
      return () => done(read(text));
    }),
  ]),
);

const list = (size: number, item: (index: number) => string): string =>
  Array.from({ length: size }, (_, index) => item(index)).join();
const manifest = (choices: string, files: string): string =>
  `{"version":1,"name":"orders","choices":{${choices}},"files":{${files}}}`;
const manifests = Object.entries<(size: number) => string>({
  paths: size =>
    manifest(
      '',
      list(size, index => `"p${index}":"0"`),
    ),
  'paths of many folders': size => manifest('', `"${'a/'.repeat(size)}b":"0"`),
  choices: size =>
    manifest(
      list(size, index => `"c${index}":"x"`),
      '',
    ),
  'options of one choice': size => manifest(`"extra":[${list(size, () => '"milk"')}]`, ''),
  'a single text': size => `{"version":"${'v'.repeat(size)}"}`,
  'lists in lists': size => `{"version":${'['.repeat(size)}${']'.repeat(size)}}`,
  escapes: size => `{"version":"${'\\"'.repeat(size)}"}`,
  'options that are not known': size => manifest(`"extra":[${list(size, index => `"o${index}"`)}]`, ''),
}).map(([name, make]): [string, WorkCase] => [
  `a manifest of ${name}`,
  of(10_000, size => {
    const text = make(size);
    return () => {
      const parsed = parseManifest(catalogue, text);
      if ('problem' in parsed) return parsed.problem.length;
      return describeStrangers(rememberedBy(catalogue, parsed.manifest).strangers)?.length;
    };
  }),
]);

const many = <T>(size: number, make: (index: number) => T): T[] =>
  Array.from({ length: size }, (_, index) => make(index));
const lines = (size: number): string => many(size, () => '').join('\n');
function merging(size: number, generated: number): WorkCase {
  const prepare: WorkCase['prepare'] = size => {
    const [current, base, planned] = [lines(size), lines(generated), `${lines(generated)}x`];
    return () => done(mergeThree(current, base, planned));
  };
  return { size, most: 150_000_000, prepare };
}
const place = (index: number) => ({ kind: index % 2 ? 'home' : 'review' });

export const cases: Readonly<Record<string, WorkCase>> = Object.fromEntries([
  ...assessments,
  ...reports,
  ...edits,
  ...texts,
  ...manifests,
  [
    'everything that is printed of the wordiest assessment',
    of(200_000, size => {
      const parsed = parseAssessment(knowledge, wordyAssessment(knowledge.questions, size));
      if ('problems' in parsed) throw new Error(parsed.problems[0].message);
      const { assessment } = parsed;
      const { answers, weights } = assessment;
      return () => {
        const assessed = assess(knowledge, answers, weights);
        return [
          printText(knowledge, assessment, assessed),
          printJson(knowledge, assessment, assessed),
          printMarkdown(knowledge, assessment, assessed, whatWouldChange(knowledge, answers, weights)).markdown,
        ].join('').length;
      };
    }),
  ],
  ['three texts of equal lines, as many as are merged', merging(1900, 100)],
  ['three texts of equal lines, all of them in each', merging(440, 440)],
  ['three texts of more equal lines than are merged', merging(4000, 700)],
  ['three texts of more lines than are merged', merging(20_000, 2)],
  [
    'a journal of many steps',
    of(1000, size => {
      const print = fingerprintOf(new Uint8Array([1]));
      const steps = many(size, index => ({ path: `p${index}`, before: undefined, after: print }));
      const text = printJournal({ steps, folders: many(size, index => `f${index}`), made: 1 });
      return () => done(parseJournal(text, 1));
    }),
  ],
  [
    'a history of many visits',
    of(20_000, size => {
      const kept = { entries: many(size, index => ({ visit: 7, place: place(index) })), at: size / 2 };
      return () => readHistory(kept, guide)?.entries.length;
    }),
  ],
  [
    'progress in many sections and answers',
    of(5000, size => {
      const kept = {
        sections: Object.fromEntries(many(size, index => [`c${index}`, many(10, section => `s${section % 5}`)])),
        answers: Object.fromEntries(
          many(size, index => [
            `c.q${index}`,
            { options: many(10, () => 'a'), right: true, day: '2026-01-01', due: null, step: 0 },
          ]),
        ),
      };
      return () => done(readProgress(kept));
    }),
  ],
  [
    'an answer from the page with many pieces of evidence',
    of(20_000, size => {
      const message = {
        kind: 'answer',
        question: 'memory',
        answer: { value: many(size, () => 'x'), evidence: many(size, () => ({ file: 'a' })) },
      };
      return () => (parseReportIntent(message) ? size : 0);
    }),
  ],
  [
    'an answer from the page with many entries',
    of(20_000, size => {
      const answer = { value: 1, ...Object.fromEntries(many(size, index => [`k${index}`, 1])) };
      return () => (parseReportIntent({ kind: 'answer', question: 'memory', answer }) ? size : 0);
    }),
  ],
  [
    'a message from the guide with many options',
    of(20_000, size => {
      const message = { kind: 'answer', question: 'work.first', options: many(size, () => 'x') };
      return () => done(parseGuideIntent(message));
    }),
  ],
]);

/** So many entries at most come of a history, whatever a page kept. */
export const mostVisits = longestHistory;
