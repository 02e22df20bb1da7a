import assert from 'node:assert/strict';
import { whatWouldChange } from '../../src/core/assessment/change';
import { assess } from '../../src/core/assessment/verdict';
import { type Knowledge, openKnowledge } from '../../src/core/content/knowledge';
import type { Criterion } from '../../src/core/content/types';
import type { Answers } from '../../src/core/language/answer';
import { criteria, knowledge } from './small-knowledge';

const fine: Answers = {
  trigger: { value: ['queue'] },
  'longest-run': { value: 10 },
  state: { value: 'store' },
  peak: { value: 5 },
};

function finding(answers: Answers, id: string) {
  const found = assess(knowledge, answers).findings.find(({ criterion }) => criterion === id);
  assert.ok(found);
  return found;
}

describe('A verdict', () => {
  it('is a good fit when nothing stands in the way, with the weighted mean as its score', () => {
    const { verdict, missing } = assess(knowledge, fine);
    assert.equal(verdict.fit, 'good-fit');
    assert.equal(verdict.form?.id, 'function');
    // Weights 4, 2 and 1 at 100 points, 1 at 70.
    assert.equal(verdict.score, (7 * 100 + 70) / 8);
    assert.deepEqual([verdict.low, verdict.high], [verdict.score, verdict.score]);
    assert.equal(verdict.coverage, 1);
    assert.deepEqual(missing, []);
  });

  it('without answers is undecided: no score, the whole range, and what could rule it out asked first', () => {
    const { verdict, missing } = assess(knowledge, {});
    assert.equal(verdict.fit, 'undecided');
    assert.equal(verdict.score, undefined);
    assert.equal(verdict.form, undefined);
    assert.deepEqual(verdict.possible, ['good-fit', 'fit-with-mitigations', 'poor-fit']);
    assert.equal(missing[0]?.question, 'longest-run');
    assert.equal(missing[0]?.couldBlock, true);
  });

  it('is a poor fit when a blocker stands, whatever the score, and names the next best form', () => {
    const { verdict, blockers } = assess(knowledge, {
      ...fine,
      'longest-run': { value: 1000 },
      divisible: { value: false },
    });
    assert.equal(verdict.fit, 'poor-fit');
    assert.equal(verdict.form?.id, 'container');
    assert.equal(blockers[0]?.because, 'Its longest run of 16.7 minutes is beyond 15 minutes.');
    assert.equal(blockers[0]?.wayRound?.title, 'Use a container');
  });

  it('is a fit with mitigations when a serverless form lifts the blocker, and says which', () => {
    const { verdict, blockers } = assess(knowledge, {
      ...fine,
      'longest-run': { value: 1000 },
      divisible: { value: true },
    });
    assert.equal(verdict.fit, 'fit-with-mitigations');
    assert.equal(verdict.form?.id, 'workflow');
    assert.equal(blockers[0]?.lifted, true);
    assert.match(verdict.because, /a workflow/);
  });

  it('stays undecided while nobody knows whether the blocker can be lifted', () => {
    const { verdict, blockers, missing } = assess(knowledge, { ...fine, 'longest-run': { value: 1000 } });
    assert.equal(verdict.fit, 'undecided');
    assert.deepEqual(verdict.possible, ['fit-with-mitigations', 'poor-fit']);
    assert.equal(blockers[0]?.certain, true);
    assert.deepEqual(
      missing.map(({ question }) => question),
      ['divisible'],
    );
  });

  it('asks how a blocker could be got round only once it holds', () => {
    const before = assess(knowledge, { ...fine, 'longest-run': { unknown: true } });
    assert.deepEqual(
      before.missing.map(({ question, couldBlock }) => [question, couldBlock]),
      [['longest-run', true]],
    );
    const after = assess(knowledge, { ...fine, 'longest-run': { value: 1000 } });
    assert.deepEqual(
      after.missing.map(({ question, couldBlock }) => [question, couldBlock]),
      [['divisible', true]],
    );
  });

  it('is not an unqualified good fit with a weakness, however high the score', () => {
    const { verdict } = assess(knowledge, { ...fine, state: { value: 'memory' } }, { state: 1 });
    assert.ok(verdict.score && verdict.score >= 70);
    assert.equal(verdict.fit, 'fit-with-mitigations');
  });

  it('is good from the very score that the policy names, and poor below the other, not at it', () => {
    const score = (7 * 100 + 70) / 8;
    const fitFor = (policy: Partial<Knowledge['policy']>) =>
      assess(openKnowledge({ ...knowledge, policy: { ...knowledge.policy, ...policy } }), fine).verdict.fit;
    assert.equal(fitFor({ goodFrom: score }), 'good-fit');
    assert.equal(fitFor({ goodFrom: score + 1 }), 'fit-with-mitigations');
    assert.equal(fitFor({ goodFrom: score + 1, poorBelow: score }), 'fit-with-mitigations');
    assert.equal(fitFor({ goodFrom: score + 2, poorBelow: score + 1 }), 'poor-fit');
  });

  it('is a poor fit on score alone, with the form that the policy names', () => {
    const { verdict } = assess(
      knowledge,
      { ...fine, state: { value: 'memory' } },
      { state: 10, 'run-time': 0, events: 0 },
    );
    assert.equal(verdict.fit, 'poor-fit');
    assert.equal(verdict.form?.id, 'container');
  });

  it('keeps a blocker standing when its weight is taken away', () => {
    const answers = { ...fine, 'longest-run': { value: 1000 }, divisible: { value: false } };
    assert.equal(assess(knowledge, answers, { 'run-time': 0 }).verdict.fit, 'poor-fit');
  });

  it('does not say that a plain function takes care of what someone has to', () => {
    const [runTime, ...others] = criteria;
    const [rule] = runTime?.rules ?? [];
    assert.ok(runTime && rule);
    const wayRound = [{ title: 'Pass it on', how: 'In parts.', form: 'function' }];
    const eased = openKnowledge({
      ...knowledge,
      criteria: [{ ...runTime, rules: [{ ...rule, wayRound }, ...runTime.rules.slice(1)] }, ...others],
    });
    const { verdict } = assess(eased, { ...fine, 'longest-run': { value: 1000 }, divisible: { value: true } });
    assert.equal(verdict.form?.id, 'function');
    assert.equal(verdict.because, 'It fits once you have taken care of its run time.');
  });

  it('asks for nothing, and promises nothing, when nothing that applies has any weight', () => {
    const weights = Object.fromEntries(knowledge.criteria.map(({ id }) => [id, 0]));
    const { verdict, missing } = assess(knowledge, fine, weights);
    assert.equal(verdict.fit, 'undecided');
    assert.deepEqual(missing, []);
    assert.match(verdict.because, /nothing to judge it by/);
  });

  it('takes "don\'t know" as wider range, not as a worse score', () => {
    const { verdict, missing } = assess(knowledge, { ...fine, state: { unknown: true } });
    assert.ok(verdict.low < (verdict.score ?? 0) && (verdict.score ?? 0) <= verdict.high);
    assert.equal(missing[0]?.dontKnow, true);
  });
});

describe('The sentence of a verdict', () => {
  const long = { ...fine, 'longest-run': { value: 1000 } };
  const lifted = { ...long, divisible: { value: true } };
  const [runTime, state, events, concurrency] = criteria as [Criterion, Criterion, Criterion, Criterion];
  const because = (answers: Answers, weights = {}, changed: Partial<Pick<Knowledge, 'criteria' | 'policy'>> = {}) =>
    assess(openKnowledge({ ...knowledge, ...changed }), answers, weights).verdict.because;
  const only = (...some: Criterion[]) => ({ criteria: some });
  const mild = { policy: { ...knowledge.policy, poorBelow: 0 } };
  const strict = { policy: { ...knowledge.policy, goodFrom: 90 } };

  it('names what stands in the way, and the form that carries it', () => {
    assert.equal(
      because({ ...long, divisible: { value: false } }),
      'A plain function cannot carry it because of its run time. Better a container.',
    );
  });

  it('says of a poor fit by score that nothing forbids it, or that more than what is taken care of speaks against it', () => {
    const poor = { ...fine, state: { value: 'memory' } };
    assert.equal(
      because(poor, { state: 10, 'run-time': 0, events: 0 }),
      'Nothing forbids it, but too much speaks against it. Better a container.',
    );
    assert.equal(
      because({ ...poor, ...lifted, state: { value: 'memory' } }, { state: 10 }),
      'Too much speaks against it, even with its run time taken care of. Better a container.',
    );
  });

  it('names what is in favour of a good fit, the three that weigh most', () => {
    const more = [2, 9, 5, 7].map(weight => ({ ...state, id: `s${weight}`, title: `S ${weight}`, weight }));
    assert.equal(because(fine, {}, only(...more)), 'Nothing stands in the way. In its favour: s 9, s 7 and s 5.');
    assert.equal(because(fine, {}, only(concurrency)), 'Nothing stands in the way.');
  });

  it('names the form that takes care of a blocker, and what else to mind', () => {
    assert.equal(because(lifted), 'It fits as a workflow, which takes care of its run time.');
    assert.equal(
      because({ ...lifted, state: { value: 'memory' } }, { state: 1, events: 10 }),
      'It fits as a workflow, which takes care of its run time; mind its state as well.',
    );
    assert.equal(
      because({ ...fine, state: { value: 'memory' } }, { state: 1 }),
      'It fits once you have taken care of its state.',
    );
  });

  it('says that the score is below that of a good fit where nothing else is the matter', () => {
    const text = 'It fits, with care: its score of 70 is below that of a good fit.';
    assert.equal(because(fine, {}, { ...strict, ...only(concurrency) }), text);
  });

  it('says what it can still turn out, and asks the first question', () => {
    assert.equal(
      because(long),
      'It can still turn out a fit with mitigations or a poor fit. Find out first: Can the work be cut?',
    );
    assert.equal(
      because({ ...fine, trigger: { value: ['http'] } }, {}, only(events)),
      'There is nothing to judge it by: no criterion that applies to it has any weight.',
    );
    assert.deepEqual(
      assess(openKnowledge({ ...knowledge, ...only(events) }), { trigger: { value: ['http'] } }).verdict.possible,
      ['good-fit', 'fit-with-mitigations', 'poor-fit'],
    );
  });

  it('asks for the heaviest form of several', () => {
    const [rule] = runTime.rules;
    assert.ok(rule);
    const asking = (id: string, form: string): Criterion => ({
      ...runTime,
      id,
      rules: [{ ...rule, wayRound: [{ title: 'x', how: 'x', form }] }],
    });
    const forms = (...some: string[]) =>
      assess(
        openKnowledge({ ...knowledge, ...mild, ...only(...some.map((form, at) => asking(`c${at}`, form))) }),
        lifted,
      ).verdict.form?.id;
    assert.equal(forms('function', 'workflow'), 'workflow');
    assert.equal(forms('container', 'workflow'), 'container');
    assert.equal(forms('function'), 'function');
  });
});

describe('A finding', () => {
  it('speaks of this workload in its own numbers, and lists the answers it saw', () => {
    const { because, saw } = finding(fine, 'run-time');
    assert.equal(because, 'Short at 10 seconds.');
    assert.deepEqual(saw, [{ question: 'longest-run', title: 'Longest run', text: '10 seconds' }]);
  });

  it('quotes a number about the world with its source', () => {
    const { facts } = finding({ ...fine, 'longest-run': { value: 1000 }, divisible: { value: true } }, 'run-time');
    assert.deepEqual(
      facts.map(({ source }) => source),
      ['https://example.com/limits'],
    );
  });

  it('while open says what it depends on and what it may come to', () => {
    const { outcome, because, possible } = finding({}, 'state');
    assert.equal(outcome, 'open');
    assert.match(because, /depends on state/);
    assert.deepEqual(possible, ['strength', 'weakness']);
  });

  it('leaves the sum with the reason that was given when it does not apply', () => {
    const { outcome, because, merit } = finding({ ...fine, state: { notApplicable: 'a pure function' } }, 'state');
    assert.equal(outcome, 'not-applicable');
    assert.equal(merit, undefined);
    assert.match(because, /a pure function/);
  });

  it('lists the answer that decided how a blocker is got round', () => {
    const { saw } = finding({ ...fine, 'longest-run': { value: 1000 }, divisible: { value: true } }, 'run-time');
    assert.deepEqual(
      saw.map(({ question }) => question),
      ['longest-run', 'divisible'],
    );
  });

  it('of a criterion whose own condition is false leaves the sum', () => {
    assert.equal(finding({ ...fine, trigger: { value: ['http'] } }, 'events').outcome, 'not-applicable');
  });
});

describe('What would change the verdict', () => {
  it('names the nearest single answers that do, with the verdict they lead to', () => {
    const changes = whatWouldChange(knowledge, fine);
    assert.deepEqual(
      changes.map(({ question, to, fit }) => [question, to, fit]),
      [['state', 'Memory', 'fit-with-mitigations']],
    );
  });

  it('adds or takes away one of several choices before it replaces them all', () => {
    const [events, ...others] = knowledge.criteria.filter(({ id }) => id === 'events' || id === 'run-time');
    assert.ok(events);
    const loop = { id: 'loop', label: 'Loop', phrase: 'a loop' };
    const [trigger, ...questions] = knowledge.questions;
    assert.ok(trigger);
    const looping = openKnowledge({
      ...knowledge,
      sections: [
        {
          id: 'all',
          title: 'All',
          order: 1,
          summary: 'All.',
          questions: [{ ...trigger, options: [...(trigger.options ?? []), loop] }, ...questions],
        },
      ],
      criteria: [
        ...others,
        {
          ...events,
          rules: [
            {
              when: { answer: 'trigger', includes: ['loop'] },
              outcome: 'weakness',
              because: 'It loops.',
              remedy: 'Stop.',
            },
            { when: { answer: 'trigger', only: ['http', 'queue'] }, outcome: 'strength', because: 'Events.' },
          ],
        },
      ],
    });
    const to = (value: readonly string[]) =>
      whatWouldChange(looping, { ...fine, trigger: { value } })
        .filter(({ question }) => question === 'trigger')
        .map(({ answer }) => answer);
    assert.deepEqual(to(['http', 'queue', 'loop']), [{ value: ['http', 'queue'] }]);
    assert.deepEqual(to(['http', 'queue']), [{ value: ['http', 'queue', 'loop'] }]);
    assert.deepEqual(to(['loop']), [{ value: ['http'] }]);
  });

  it('is empty while the verdict is undecided', () => {
    assert.deepEqual(whatWouldChange(knowledge, {}), []);
  });
});
