import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { linesOfQuestion } from '../../src/core/guide/guide';
import { blocksOf, type ChapterText, type Line, linesIn, wordsOf } from '../../src/core/guide/text';
import { realContent } from './real-knowledge';

const content = join(__dirname, '..', '..', 'content');

/** Everything that gives advice: file below content/ and its text. */
function advice(): { file: string; text: string }[] {
  return ['guide', 'criteria', 'questions', 'tools', 'scaffold'].flatMap(folder =>
    readdirSync(join(content, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => ({ file: relative(content, path), text: readFileSync(path, 'utf8') })),
  );
}

/** Whether a text tells how to stop a function by leaving it no concurrency. */
function setsConcurrencyToZero(text: string): boolean {
  return /reserved[-_ ]?concurren\w*\W{0,4}(?:to |of |at |is |executions\W{1,4})?(?:0|zero)\b|\bconcurrency (?:to|of|at) (?:0|zero)\b/i.test(
    text,
  );
}

/** Whether it says what to do with a function that a poller feeds: switch the event source mapping off. */
function switchesMappingOff(text: string): boolean {
  return /update-event-source-mapping .*--no-enabled|operations\.md#stopping/.test(text);
}

describe('Advice on stopping a function', () => {
  it('never leaves a queue with a concurrency of zero alone', () => {
    // A poller goes on fetching: each refusal counts as an attempt, and good messages end in the dead-letter queue.
    const texts = advice().filter(({ text }) => setsConcurrencyToZero(text));
    assert.ok(
      texts.some(({ file }) => file === join('guide', 'operations.md')),
      'the chapter on operating has to say how to stop a function',
    );
    const silent = texts.filter(({ text }) => !switchesMappingOff(text)).map(({ file }) => file);
    assert.deepEqual(silent, [], 'set concurrency to zero, and say nothing of the event source mapping');
  });

  it('is recognised in the ways in which it is given', () => {
    for (const text of [
      'aws lambda put-function-concurrency --function-name "$FUNCTION" --reserved-concurrent-executions 0',
      '| Spending | Requests and duration by function | Stop the loop: set its concurrency to zero |',
      'ReservedConcurrentExecutions: 0',
      'reserved_concurrent_executions = 0',
      'Give it a reserved concurrency of 0.',
    ])
      assert.ok(setsConcurrencyToZero(text), text);
    for (const text of ['ReservedConcurrentExecutions: 50', 'concurrency to 20', 'reserved concurrency of twenty'])
      assert.ok(!setsConcurrencyToZero(text), text);
  });
});

/** The lines of a chapter outside the tabs of platforms, where what is said holds for all of them, and outside lists of what is known elsewhere. */
function generalLines(text: ChapterText): string[] {
  return blocksOf(text).flatMap(block => {
    if (block.kind === 'tabs' || block.kind === 'made') return [];
    // What a cell says, its row is about.
    if (block.kind === 'table') return block.rows.map(row => row.map(inWords).join(' | '));
    return [...linesIn([block])].map(({ line }) => inWords(line));
  });
}

function inWords(line: Line): string {
  return wordsOf(line, id => `{${id}}`);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Whether one of its sentences says that zones are looked after. */
function speaksOfZones(text: string): boolean {
  return text
    .split(/(?<=[.!?])\s/)
    .some(
      sentence =>
        /\bzones?\b/i.test(sentence) && /\b(?:cover|giv|spread|fail|redundan|themselves|itself)/i.test(sentence),
    );
}

describe('What is said of zones for all platforms', () => {
  it('names Azure, where they are a switch that costs, and never that they are covered everywhere', async () => {
    const { knowledge, content: loaded } = await realContent();
    const { chapters, terms, paths } = loaded.guide.guide;
    const texts = [
      ...chapters.flatMap(({ summary, text, quiz }) => [
        ...[...linesIn(summary)].map(({ line }) => inWords(line)),
        ...generalLines(text),
        ...quiz.flatMap(linesOfQuestion).map(inWords),
      ]),
      ...[terms, paths, knowledge.criteria, knowledge.questions].flatMap(stringsIn),
    ].filter(speaksOfZones);
    assert.ok(texts.length >= 8, 'zones are spoken of in the chapters, the glossary, a path and the assessment');
    for (const text of texts) assert.match(text, /Azure/, text);
  });

  it('is recognised in the ways in which it was said', () => {
    for (const text of [
      'Functions run in several of the zones by themselves.',
      'Zones are given, regions are designed.',
      'Zones are covered, mostly without a setting.',
      'The provider answers for machines, patches and spreading over zones.',
      '| High availability | failed instances and, mostly, failed zones | other regions |',
    ])
      assert.ok(speaksOfZones(text), text);
    assert.ok(!speaksOfZones('Keep data in the same zone as its callers.'));
  });
});
