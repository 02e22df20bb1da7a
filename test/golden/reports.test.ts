import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '../../src/core/assessment/assessment';
import { whatWouldChange } from '../../src/core/assessment/change';
import { printJson, printMarkdown, printText } from '../../src/core/assessment/report';
import { assess } from '../../src/core/assessment/verdict';
import { knowledge } from '../core/small-knowledge';

const golden = join(__dirname, 'reports.txt');
const fine = {
  trigger: { value: ['queue'] },
  'longest-run': { value: 10 },
  state: { value: 'store' },
  peak: { value: 5 },
};
const assessments: readonly Assessment[] = [
  { workload: 'Nothing said', answers: {}, weights: {} },
  { workload: 'Good', description: 'With a *description*.', answers: fine, weights: {} },
  { workload: 'Open way round', answers: { ...fine, 'longest-run': { value: 1000 } }, weights: { state: 9 } },
  {
    workload: 'Lifted',
    answers: { ...fine, 'longest-run': { value: 1000 }, divisible: { value: true }, peak: { value: 5000 } },
    weights: {},
  },
  {
    workload: 'Poor',
    answers: {
      trigger: { value: ['http'] },
      'longest-run': { value: 1000 },
      divisible: { value: false },
      state: { value: 'memory' },
      peak: { notApplicable: 'it runs once a night' },
    },
    weights: {},
  },
];

describe('A report', () => {
  it('of small assessments reads as written down, as text, Markdown and JSON', () => {
    const pages = assessments.flatMap(assessment => {
      const { answers, weights } = assessment;
      const assessed = assess(knowledge, answers, weights);
      const changes = whatWouldChange(knowledge, answers, weights);
      return [
        printText(knowledge, assessment, assessed, 80),
        printMarkdown(knowledge, assessment, assessed, changes).markdown,
        // One of them is enough to see its shape.
        ...(assessment.workload === 'Poor' ? [printJson(knowledge, assessment, assessed)] : []),
      ];
    });
    const all = pages.join(`${'─'.repeat(80)}\n`);
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, all);
    assert.equal(all, readFileSync(golden, 'utf8'));
  });

  it('as text names the first five questions, and says how many more there are', () => {
    const [assessment] = assessments;
    assert.ok(assessment);
    const assessed = assess(knowledge, {});
    const asked = (many: number) => {
      const missing = Array.from({ length: many }, (_, index) => ({ ...assessed.missing[0], ask: `Which ${index}?` }));
      const text = printText(knowledge, assessment, { ...assessed, missing: missing as typeof assessed.missing });
      return [...text.matchAll(/^ {2}(Which \d|….*)/gm)].map(([, found]) => found);
    };
    const five = ['Which 0', 'Which 1', 'Which 2', 'Which 3', 'Which 4'];
    assert.deepEqual(asked(5), five);
    assert.deepEqual(asked(7), [...five, '… and 2 more']);
  });
});
