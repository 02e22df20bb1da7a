/**
 * How long the guide takes: opening it, reading a chapter, finding words at every key, a path from an assessment.
 * Target: a key finds within 5 ms, the slowest too. What a query takes by itself is the best of several tries: the worst of all
 * runs tells more of what else the machine had to do.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAssessment } from '../src/core/assessment/assessment-parser';
import { assess } from '../src/core/assessment/verdict';
import { type KnowledgeFile, openKnowledge } from '../src/core/content/knowledge';
import { guideChapters, parseGuide } from '../src/core/guide/guide';
import { pathFromAssessment } from '../src/core/guide/path';
import { dueQuestions, noProgress, type Progress, tally, withAnswer, withChapter } from '../src/core/guide/progress';
import { makeSearch } from '../src/core/guide/search';
import { blocksOf, linesIn, wordsOf } from '../src/core/guide/text';

const root = new URL('../', import.meta.url);
const file: KnowledgeFile = JSON.parse(readFileSync(new URL('dist/knowledge.json', root), 'utf8'));
const knowledge = openKnowledge(file);
const text = readFileSync(new URL('dist/guide.jsonl', root), 'utf8');
const guide = parseGuide(text);
const chapters = guideChapters(guide);
const whole = guide.chapters.flatMap(({ id }) => guide.wholeChapter(id) ?? []);
const words = whole
  .flatMap(({ text }) => [...linesIn(blocksOf(text))])
  .reduce((sum, { line }) => sum + wordsOf(line, id => id).split(/\s+/).length, 0);

const queries = [
  ...['cold start', 'could start', 'idempotency', 'idempotancy', 'dead letter queue', 'timeout', 'terrafrom'],
  ...['state', 'how do I test it', 'least privilege', 'cost per request', 'vendor lock-in', 'observibility', 'xray'],
  ...['safe retries', 'canary', 'what is a function', 'azure premium plan', 'connection pool', 'serverless'],
  // Every word begins with a letter.
  ...'abcdefghijklmnopqrstuvwxyz',
];
const keys = queries.flatMap(query => [...query].map((_letter, index) => query.slice(0, index + 1)));

console.log(
  `${chapters.length} chapters, ${guide.chapters.length - chapters.length} appendices, ${words} words, ${Math.round(text.length / 1024)} kB`,
);
// Before anything else, since people type into an index that has never been searched.
const fresh = makeSearch(guide, knowledge);
const cold = timesOf(keys.length, index => fresh(keys[index] ?? ''));
measure('parse the guide: heads', 200, () => parseGuide(text));
measure('open the guide and read one chapter', 200, index => {
  const opened = parseGuide(text);
  return opened.wholeChapter(chapters[index % chapters.length]?.id ?? '');
});
measure('open the guide and read all chapters', 200, () => {
  const opened = parseGuide(text);
  return opened.chapters.map(({ id }) => opened.wholeChapter(id));
});
measure('make the search index', 20, () => makeSearch(guide, knowledge));
report(`find at each of ${keys.length} keys, just made`, cold);
const search = makeSearch(guide, knowledge);
measure('find at each key, in use', keys.length * 3, index => search(keys[index % keys.length] ?? ''));
const slowest = keys
  .map(key => ({ key, time: Math.min(...timesOf(5, () => search(key))) }))
  .sort((a, b) => b.time - a.time)[0];
console.log(`${''.padEnd(45)} slowest query by itself: "${slowest?.key}", ${slowest?.time.toFixed(3)} ms`);

const progress = chapters.reduce<Progress>(
  (now, { id, questions }) =>
    questions.reduce(
      (then, question) => withAnswer(guide, then, `${id}.${question}`, [], '2026-11-24'),
      withChapter(guide, now, id, true),
    ),
  noProgress,
);
measure('count and find what is due, everything read', 500, () => {
  for (const { id } of guide.chapters) tally(guide, progress, id);
  return dueQuestions(guide, progress, '2026-11-25');
});
const assessed = readdirSync(new URL('samples/', root))
  .filter(name => name.endsWith('.assessment.json'))
  .map(name => parseAssessment(knowledge, readFileSync(new URL(`samples/${name}`, root), 'utf8')))
  .flatMap(parsed => ('assessment' in parsed ? [parsed.assessment] : []))
  .map(({ workload, answers, weights }) => ({ workload, assessed: assess(knowledge, answers, weights) }));
measure('a path from an assessment', 1000, index => {
  const sample = assessed[index % assessed.length];
  return sample && pathFromAssessment(guide, knowledge, sample.assessed, sample.workload);
});

function measure(what: string, runs: number, run: (index: number) => unknown): void {
  timesOf(Math.ceil(runs / 10), run);
  report(what, timesOf(runs, run));
}

/** The time of each run, in milliseconds. */
function timesOf(runs: number, run: (index: number) => unknown): number[] {
  return Array.from({ length: runs }, (_run, index) => {
    const start = performance.now();
    run(index);
    return performance.now() - start;
  });
}

function report(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(3);
  console.log(`${what.padEnd(45)} median ${at(0.5)} ms, 99th of a hundred ${at(0.99)} ms, worst ${at(1)} ms`);
}
