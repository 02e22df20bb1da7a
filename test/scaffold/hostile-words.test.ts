import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { randomChoices, randomNumbers } from '../../scripts/scaffold/combinations.mts';
import type { Assessment } from '../../src/core/assessment/assessment';
import { parseAssessment } from '../../src/core/assessment/assessment-parser';
import { reviewOf } from '../../src/core/assessment/review';
import type { Knowledge } from '../../src/core/content/knowledge';
import type { Answers } from '../../src/core/language/answer';
import { visibleLine } from '../../src/core/language/visible';
import { originOf } from '../../src/core/origin';
import { type Catalogue, openCatalogue } from '../../src/core/scaffold/catalogue';
import type { Choices } from '../../src/core/scaffold/choices';
import { plan } from '../../src/core/scaffold/plan';
import { anyAnswers, realContent } from '../content/real-knowledge';
import { hostileText } from '../core/hostile-text';

const cases = join(__dirname, '..', 'cases', 'hostile');
const record = 'docs/decisions/0001-serverless.md';
/** HOSTILE_PLANS=1118 and more is for a run by hand. */
const plans = Number(process.env.HOSTILE_PLANS ?? 100);

/** As permissive as a viewer may be: HTML counts, and whatever looks like an address becomes a link. */
const viewer = new MarkdownIt({ html: true, linkify: true });
viewer.linkify.set({ fuzzyLink: true, fuzzyEmail: true });

/** Everything that a viewer makes of a text but the words. */
function structureOf(markdown: string): unknown[] {
  return viewer
    .parse(markdown, {})
    .map(({ type, tag, attrs, children }) => [type, tag, attrs, children?.map(child => [child.type, child.attrs])]);
}

/** The same assessment, with a word in place of everything that a person wrote. */
function harmless({ description, answers, ...rest }: Assessment): Assessment {
  const plain = Object.entries(answers).map(([id, answer]) => [
    id,
    { ...answer, ...('notApplicable' in answer ? { notApplicable: 'word' } : {}) },
  ]);
  return {
    ...rest,
    workload: 'word',
    ...(description === undefined ? {} : { description: 'word' }),
    answers: Object.fromEntries(plain) as Answers,
  };
}

describe('A project from an assessment whose words want to be more than text', function () {
  // Some hundred projects are planned.
  this.timeout(600_000);
  let catalogue: Catalogue;
  let knowledge: Knowledge;
  before(async () => {
    const { content, knowledge: real } = await realContent();
    catalogue = openCatalogue(content.catalogue);
    knowledge = real;
  });

  const planFor = (assessment: Assessment, choices: Choices): ReadonlyMap<string, string> => {
    const { decision } = originOf(catalogue, knowledge, reviewOf(knowledge, assessment), '2026-11-27');
    return new Map(plan(catalogue, { name: 'orders', choices, decision }).map(({ path, text }) => [path, text]));
  };
  /** What must hold of a plan, held against the plan for the same answers in harmless words. */
  const check = (assessment: Assessment, choices: Choices): void => {
    const files = planFor(assessment, choices);
    const twin = planFor(harmless(assessment), choices);
    const text = files.get(record) ?? '';
    assert.deepEqual(structureOf(text), structureOf(twin.get(record) ?? ''));
    const title =
      viewer
        .parse(text, {})[1]
        ?.children?.map(({ content }) => content)
        .join('') ?? '';
    const workload = visibleLine(assessment.workload, Number.POSITIVE_INFINITY);
    assert.equal(title.replaceAll('\u200b', ''), `1. Build ${workload} from functions`);
    for (const [path, other] of twin) if (path !== record) assert.equal(files.get(path), other, path);
    assert.equal(files.size, twin.size);
  };

  for (const name of readdirSync(cases))
    it(`is planned with all of it as text (${name})`, () => {
      const parsed = parseAssessment(knowledge, readFileSync(join(cases, name), 'utf8'));
      assert.ok('assessment' in parsed && parsed.remarks.length === 0, JSON.stringify(parsed));
      check(parsed.assessment, randomChoices(catalogue, randomNumbers(1)));
    });

  it('is planned with all of it as text, whatever the words, the answers and the choices', () => {
    const random = randomNumbers(11);
    const assessment = fc
      .record({ workload: hostileText, description: hostileText, reason: hostileText, answers: anyAnswers(knowledge) })
      .filter(({ workload, description }) => visibleLine(workload) !== '' && visibleLine(description) !== '')
      .map(({ reason, answers, ...words }): Assessment => {
        const entries = Object.entries(answers).map(([id, answer]) => [
          id,
          'notApplicable' in answer ? { notApplicable: `so ${reason}` } : answer,
        ]);
        return { ...words, answers: Object.fromEntries(entries) as Answers, weights: {} };
      });
    fc.assert(
      fc.property(assessment, one => check(one, randomChoices(catalogue, random))),
      { numRuns: plans / 2 },
    );
  });
});
