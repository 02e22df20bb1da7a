import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rankedValues } from '../../src/compiler/rule-checks.mts';
import { assess, decidedFits, largestWeight, type Verdict, type Weights } from '../../src/core/assessment/verdict';
import { relevantQuestions } from '../../src/core/assessment/wizard';
import type { Knowledge } from '../../src/core/content/knowledge';
import type { Answer, Answers } from '../../src/core/language/answer';
import { someOf } from '../amount';
import { anyAnswer, anyAnswers, completeAnswers, realContent } from './real-knowledge';

let knowledge: Knowledge;
before(async () => {
  ({ knowledge } = await realContent());
});

/** The lowest verdict that is still possible: 0 for a good fit, 2 for a poor one. */
const worst = (verdict: Verdict): number => Math.max(...verdict.possible.map(fit => decidedFits.indexOf(fit)));
const best = (verdict: Verdict): number => Math.min(...verdict.possible.map(fit => decidedFits.indexOf(fit)));

/** What rounding in the last digit of a division may do. */
const hair = 1e-9;

function verdictOf(answers: Answers, weights?: Weights): Verdict {
  return assess(knowledge, answers, weights).verdict;
}

/** Whether anything is left that counts and weighs; without, there is no score to hold laws against. */
function counts(answers: Answers, weights: Weights): boolean {
  const { findings } = assess(knowledge, answers, weights);
  return findings.some(finding => finding.outcome !== 'not-applicable' && finding.weight > 0);
}

/** Weights that people gave to some criteria, nothing included. */
function anyWeights(): fc.Arbitrary<Weights> {
  const ids = knowledge.criteria.map(({ id }) => id);
  return fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: largestWeight }), { noNullPrototype: true });
}

describe('The laws of the verdict, on the real questions and criteria', function () {
  // Thousands of assessments each, perhaps on a machine that has other things to do.
  this.timeout(60_000);

  it('an answer that suits better never lowers the score nor worsens the verdict', () => {
    const ranked = knowledge.questions.flatMap(question => {
      const values = rankedValues(knowledge, question);
      return values ? [{ question, values }] : [];
    });
    assert.ok(ranked.length > 10, 'most questions say which answers suit better');
    fc.assert(
      fc.property(
        completeAnswers(knowledge),
        fc.constantFrom(...ranked),
        fc.nat(),
        (answers, { question, values }, seed) => {
          const place = seed % (values.length - 1);
          const [worse, better] = [values[place], values[place + 1]].map(value =>
            verdictOf({ ...answers, [question.id]: { value } as Answer }),
          );
          assert.ok(worse && better);
          const say = `${question.id}: ${values[place]} to ${values[place + 1]}`;
          assert.ok((better.score ?? 0) >= (worse.score ?? 0) - hair, `${say}: ${worse.score} to ${better.score}`);
          assert.ok(worst(better) <= worst(worse), `${say}: ${worse.fit} to ${better.fit}`);
        },
      ),
      { numRuns: someOf(2000) },
    );
  });

  it('one more answer never widens the range, and never makes a verdict possible that was not', () => {
    const anyQuestion = fc.constantFrom(...knowledge.questions);
    fc.assert(
      fc.property(
        anyAnswers(knowledge),
        anyQuestion.chain(question => fc.tuple(fc.constant(question), anyAnswer(knowledge, question))),
        anyWeights(),
        (answers, [question, answer], weights) => {
          // Only an answer where there was none adds to what is known.
          const { [question.id]: _, ...before } = answers;
          const after = { ...before, [question.id]: answer };
          fc.pre(counts(after, weights));
          const [open, closed] = [verdictOf(before, weights), verdictOf(after, weights)];
          assert.ok(closed.low >= open.low - hair, `low from ${open.low} to ${closed.low}`);
          assert.ok(closed.high <= open.high + hair, `high from ${open.high} to ${closed.high}`);
          assert.ok(closed.possible.every(fit => open.possible.includes(fit)));
        },
      ),
      { numRuns: someOf(2000) },
    );
  });

  it('the range, and the verdicts still possible, hold those of any completion', () => {
    fc.assert(
      fc.property(completeAnswers(knowledge), fc.array(fc.constantFrom(...knowledge.questions)), (complete, left) => {
        const kept = Object.fromEntries(
          Object.entries(complete).filter(([id]) => !left.some(question => question.id === id)),
        );
        const [open, closed] = [verdictOf(kept), verdictOf(complete)];
        assert.ok(closed.score !== undefined && closed.fit !== 'undecided');
        assert.ok(open.low <= closed.score + hair && closed.score - hair <= open.high);
        assert.ok(best(open) <= best(closed) && worst(closed) <= worst(open));
      }),
      { numRuns: someOf(2000) },
    );
  });

  it('complete answers settle everything: one verdict, no range, nothing missing', () => {
    fc.assert(
      fc.property(completeAnswers(knowledge), answers => {
        const { verdict, missing } = assess(knowledge, answers);
        assert.equal(verdict.low, verdict.high);
        assert.equal(verdict.coverage, 1);
        assert.deepEqual(missing, []);
        assert.notEqual(verdict.fit, 'undecided');
      }),
      { numRuns: someOf(500) },
    );
  });

  it('"don\'t know" has the range of no answer at all', () => {
    fc.assert(
      fc.property(anyAnswers(knowledge), fc.constantFrom(...knowledge.questions), (answers, question) => {
        const { [question.id]: _, ...without } = answers;
        const asked = verdictOf({ ...without, [question.id]: { unknown: true } });
        assert.deepEqual(asked, verdictOf(without));
      }),
      { numRuns: someOf(500) },
    );
  });

  it('scaling all weights changes nothing', () => {
    fc.assert(
      fc.property(anyAnswers(knowledge), fc.integer({ min: 2, max: 50 }), (answers, factor) => {
        const weights = Object.fromEntries(knowledge.criteria.map(({ id, weight }) => [id, weight * factor]));
        assert.deepEqual(assess(knowledge, answers, weights).verdict, verdictOf(answers));
      }),
      { numRuns: someOf(500) },
    );
  });

  it('the order in which answers came changes nothing', () => {
    const shuffled = anyAnswers(knowledge).chain(answers =>
      fc
        .shuffledSubarray(Object.entries(answers), { minLength: Object.keys(answers).length })
        .map(entries => [answers, Object.fromEntries(entries)] as const),
    );
    fc.assert(
      fc.property(shuffled, ([answers, other]) => {
        assert.deepEqual(assess(knowledge, other), assess(knowledge, answers));
      }),
      { numRuns: someOf(300) },
    );
  });

  it('what is said to be missing is relevant, open, and enough to settle the verdict', () => {
    fc.assert(
      fc.property(anyAnswers(knowledge), completeAnswers(knowledge), (answers, complete) => {
        let known = answers;
        // Each round may uncover questions that only now start to matter.
        for (let round = 0; round < knowledge.questions.length; round++) {
          const { missing } = assess(knowledge, known);
          if (missing.length === 0) break;
          const relevant = relevantQuestions(knowledge, known).map(({ id }) => id);
          for (const { question } of missing) {
            assert.ok(relevant.includes(question), `${question} is missing but not asked`);
            const answer = known[question];
            assert.ok(answer === undefined || 'unknown' in answer);
          }
          known = {
            ...known,
            ...Object.fromEntries(missing.map(({ question }) => [question, complete[question]])),
          } as Answers;
        }
        assert.deepEqual(assess(knowledge, known).missing, []);
      }),
      { numRuns: someOf(300) },
    );
  });
});
