import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAssessment } from '../../src/core/assessment/assessment-parser';
import { printJson } from '../../src/core/assessment/report';
import { assess } from '../../src/core/assessment/verdict';
import { realContent, samples } from '../content/real-knowledge';

const golden = join(__dirname, 'verdicts.json');

/** What the samples come to: small enough to read in a review, complete enough to notice any change of judgement. */
async function verdicts() {
  const { knowledge } = await realContent();
  return Object.fromEntries(
    samples().map(({ name, text }) => {
      const parsed = parseAssessment(knowledge, text);
      assert.ok('assessment' in parsed, `${name}: ${JSON.stringify(parsed)}`);
      assert.deepEqual(parsed.remarks, [], name);
      const { answers, weights } = parsed.assessment;
      const result = JSON.parse(printJson(knowledge, parsed.assessment, assess(knowledge, answers, weights)));
      const { fit, form, score, low, high, coverage } = result.verdict;
      return [
        name,
        {
          fit,
          form,
          score,
          range: [low, high],
          coverage,
          blockers: result.blockers.map(
            (blocker: { criterion: string; certain: boolean; lifted: boolean }) =>
              `${blocker.criterion}${blocker.certain ? '' : ' (open)'}${blocker.lifted ? ' (lifted)' : ''}`,
          ),
          findings: Object.fromEntries(
            result.findings.map((finding: { criterion: string; outcome: string }) => [
              finding.criterion,
              finding.outcome,
            ]),
          ),
          firstMissing: result.missing.slice(0, 3).map((missing: { question: string }) => missing.question),
        },
      ];
    }),
  );
}

describe('The sample workloads', () => {
  it('come to the verdicts that were agreed on (UPDATE_GOLDEN=1 writes new ones, to be read in the diff)', async () => {
    const now = await verdicts();
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, `${JSON.stringify(now, undefined, 2)}\n`);
    assert.deepEqual(now, JSON.parse(readFileSync(golden, 'utf8')));
  });

  it('show every verdict, a lifted and a standing blocker, and an empty start', async () => {
    const all = Object.values(await verdicts()) as { fit: string; blockers: string[]; score: number | null }[];
    assert.ok(all.length >= 8);
    for (const fit of ['good-fit', 'fit-with-mitigations', 'poor-fit', 'undecided'])
      assert.ok(
        all.some(verdict => verdict.fit === fit),
        fit,
      );
    assert.ok(all.some(({ blockers }) => blockers.some(blocker => blocker.endsWith('(lifted)'))));
    assert.ok(all.some(({ blockers }) => blockers.some(blocker => !blocker.includes('('))));
    assert.ok(all.some(({ score }) => score === null));
  });

  it('are saved in the form that the extension itself writes', async () => {
    for (const { name, text } of samples())
      assert.equal(JSON.parse(text).$schema, 'serverless-advisor://schemas/assessment.schema.json', name);
  });
});
