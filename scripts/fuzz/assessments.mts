/** Assessment files: damaged samples, and files that are well formed and say wrong things. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Assessment, applyEdits, editAnswer, editWeight } from '../../src/core/assessment/assessment';
import { parseAssessment } from '../../src/core/assessment/assessment-parser';
import { whatWouldChange } from '../../src/core/assessment/change';
import { printJson, printMarkdown, printText } from '../../src/core/assessment/report';
import { assess } from '../../src/core/assessment/verdict';
import type { Knowledge } from '../../src/core/content/knowledge';
import type { Answer } from '../../src/core/language/answer';
import { mostProblems, type Problem } from '../../src/core/language/problem';
import { visible } from '../../src/core/language/visible';
import { anyAnswer, realContent, samples } from '../../test/content/real-knowledge';
import { giants } from '../../test/core/giants';
import type { Fuzz } from '../fuzz.mts';
import { cuts, cutUp, hostileText } from './hostile.mts';

/** More than any report of an assessment prints. */
const mostPrinted = 1_000_000;

export async function assessmentFuzz(): Promise<Fuzz[]> {
  const { knowledge } = await realContent();
  const texts = [...samples().map(({ text }) => text), ...Object.values(giants).map(giant => giant(400))];
  const edit = anyEdit(knowledge);
  const mutated = fc.tuple(fc.constantFrom(...texts), cuts(4)).map(([text, changes]) => cutUp(text, changes));
  return [
    {
      name: 'assessments, damaged',
      runs: { small: 3000, large: 200_000 },
      property: fc.property(mutated, edit, (text, change) => holds(knowledge, text, change)),
    },
    {
      name: 'assessments, well formed',
      runs: { small: 1500, large: 60_000 },
      property: fc.property(anyFile(knowledge), edit, (file, change) =>
        holds(knowledge, JSON.stringify(file, undefined, change.indent), change),
      ),
    },
  ];
}

interface Edit {
  readonly question: string;
  readonly answer: Answer;
  readonly criterion: string;
  readonly weight: number | undefined;
  readonly indent: number;
}

function anyEdit(knowledge: Knowledge): fc.Arbitrary<Edit> {
  return fc.constantFrom(...knowledge.questions).chain(question =>
    fc.record({
      question: fc.constant(question.id),
      answer: anyAnswer(knowledge, question),
      criterion: fc.constantFrom(...knowledge.criteria.map(({ id }) => id)),
      weight: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
      indent: fc.constantFrom(0, 2, 4),
    }),
  );
}

/** Objects of the shape of an assessment, in which anything can be something else. */
function anyFile(knowledge: Knowledge): fc.Arbitrary<unknown> {
  const odd = fc.oneof(hostileText, fc.jsonValue({ maxDepth: 2 }));
  const mostly = <T,>(proper: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 19, arbitrary: proper as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd });
  const evidence = fc.array(
    fc.record(
      { file: mostly(hostileText), line: mostly(fc.integer({ min: 1, max: 9999 })), text: mostly(hostileText) },
      { requiredKeys: ['file'] },
    ),
    { maxLength: 3 },
  );
  const words = fc.record({ note: mostly(hostileText), evidence: mostly(evidence) }, { requiredKeys: [] });
  const answers = knowledge.questions.map(question => {
    const reason = hostileText.map((text): Answer => ({ notApplicable: `x${text}` }));
    const said = fc.oneof({ weight: 6, arbitrary: anyAnswer(knowledge, question) }, { weight: 1, arbitrary: reason });
    return [question.id, mostly(fc.tuple(said, words).map(([answer, more]) => ({ ...answer, ...more })))] as const;
  });
  const weights = knowledge.criteria.map(({ id }) => [id, mostly(fc.integer({ min: 0, max: 10 }))] as const);
  const some = (entries: readonly (readonly [string, fc.Arbitrary<unknown>])[]) =>
    fc
      .tuple(
        fc.record(Object.fromEntries(entries), { requiredKeys: [] }),
        fc.option(fc.tuple(hostileText, odd), { freq: 9 }),
      )
      .map(([known, stray]) => (stray ? Object.fromEntries([...Object.entries(known as object), stray]) : known));
  return fc.record(
    {
      format: fc.oneof({ weight: 29, arbitrary: fc.constant<unknown>(1) }, { weight: 1, arbitrary: odd }),
      workload: mostly(hostileText.map(text => `w${text}`.slice(0, 120))),
      description: mostly(hostileText),
      answers: mostly(some(answers)),
      weights: mostly(some(weights)),
    },
    { requiredKeys: ['format', 'workload'] },
  );
}

function holds(knowledge: Knowledge, text: string, edit: Edit): void {
  const parsed = parseAssessment(knowledge, text);
  hold(text, 'problems' in parsed ? parsed.problems : parsed.remarks);
  if ('problems' in parsed) return;
  const { assessment } = parsed;
  holdPrints(knowledge, assessment);
  holdEdit(knowledge, text, assessment, edit);
}

/** What is told is a sentence without hidden characters, has a place in the text, and is not too much. */
function hold(text: string, problems: readonly Problem[]): void {
  assert.ok(problems.length <= mostProblems + 1);
  for (const { message, offset, length, line, column } of problems) {
    assert.ok(message.length > 10 && message.length < 2000, message);
    assert.equal(visible(message), message);
    assert.doesNotMatch(message, /\n/);
    assert.ok(offset >= 0 && offset + length <= text.length + 1 && line >= 1 && column >= 1 && column <= offset + 1);
  }
}

function holdPrints(knowledge: Knowledge, assessment: Assessment): void {
  const { answers, weights } = assessment;
  const assessed = assess(knowledge, answers, weights);
  const changes = whatWouldChange(knowledge, answers, weights);
  const json = printJson(knowledge, assessment, assessed);
  assert.equal(JSON.parse(json).workload, assessment.workload);
  const prints = [
    printText(knowledge, assessment, assessed),
    printMarkdown(knowledge, assessment, assessed, changes).markdown,
  ];
  for (const print of prints) assert.equal(visible(print), print);
  for (const print of [json, ...prints]) assert.ok(print.length < mostPrinted);
}

/** An edit changes what it is for, and nothing else; the file can be read as before. */
function holdEdit(knowledge: Knowledge, text: string, before: Assessment, edit: Edit): void {
  const { question, answer, criterion, weight } = edit;
  const answered = applyEdits(text, editAnswer(knowledge, text, question, answer));
  const edited = applyEdits(answered, editWeight(knowledge, answered, criterion, weight));
  const after = parseAssessment(knowledge, edited);
  assert.ok('assessment' in after, edited);
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  assert.deepEqual(plain(after.assessment.answers), plain({ ...before.answers, [question]: answer }));
  const { [criterion]: _, ...others } = before.weights;
  assert.deepEqual(
    plain(after.assessment.weights),
    plain(weight === undefined ? others : { ...others, [criterion]: weight }),
  );
  assert.equal(after.assessment.workload, before.workload);
}
