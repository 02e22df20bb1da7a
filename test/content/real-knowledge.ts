import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { typicalValues } from '../../src/compiler/cases.mts';
import { type Content, loadContent } from '../../src/compiler/load.mts';
import { type Knowledge, openKnowledge } from '../../src/core/content/knowledge';
import type { Question } from '../../src/core/content/types';
import type { Answer, Answers, Value } from '../../src/core/language/answer';

const root = join(__dirname, '..', '..');

let loading: Promise<{ content: Content; knowledge: Knowledge }> | undefined;

/** The content as it stands in the repository, read once. */
export function realContent(): Promise<{ content: Content; knowledge: Knowledge }> {
  loading ??= loadContent().then(content => ({ content, knowledge: openKnowledge(content.knowledge) }));
  return loading;
}

/** The sample workloads: file name and text. */
export function samples(): { name: string; text: string }[] {
  const folder = join(root, 'samples');
  return readdirSync(folder)
    .filter(name => name.endsWith('.assessment.json'))
    .sort()
    .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** Proper values of a question: those that conditions tell apart, and for numbers any between. */
export function anyValue(knowledge: Knowledge, question: Question): fc.Arbitrary<Value> {
  const typical = fc.constantFrom(...typicalValues(knowledge, question));
  if (question.kind !== 'number') return typical;
  const { minimum: min = 0, maximum: max = 1e9, integer } = question;
  const between = integer ? fc.integer({ min: Math.ceil(min), max }) : fc.double({ min, max, noNaN: true });
  return fc.oneof({ weight: 4, arbitrary: typical }, { weight: 1, arbitrary: between });
}

/** Any answer to a question, "don't know" and "not applicable" included. */
export function anyAnswer(knowledge: Knowledge, question: Question): fc.Arbitrary<Answer> {
  return fc.oneof(
    { weight: 8, arbitrary: anyValue(knowledge, question).map((value): Answer => ({ value })) },
    { weight: 1, arbitrary: fc.constant<Answer>({ unknown: true }) },
    { weight: 1, arbitrary: fc.constant<Answer>({ notApplicable: 'so' }) },
  );
}

/** A set of answers in which each question is answered or not. */
export function anyAnswers(knowledge: Knowledge): fc.Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(knowledge.questions.map(question => [question.id, anyAnswer(knowledge, question)])),
    {
      requiredKeys: [],
    },
  ) as fc.Arbitrary<Answers>;
}

/** A proper value for every question. */
export function completeAnswers(knowledge: Knowledge): fc.Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(
      knowledge.questions.map(question => [question.id, anyValue(knowledge, question).map(value => ({ value }))]),
    ),
  ) as fc.Arbitrary<Answers>;
}
