import assert from 'node:assert/strict';
import { findBlockers, findingOf } from '../../src/core/assessment/finding';
import { judge } from '../../src/core/assessment/judgement';
import { type Knowledge, openKnowledge } from '../../src/core/content/knowledge';
import type { Criterion } from '../../src/core/content/types';
import type { Answers } from '../../src/core/language/answer';
import { Reading } from '../../src/core/language/condition';
import { criteria, knowledge } from './small-knowledge';

const long: Answers = { 'longest-run': { value: 1000 } };

function look(answers: Answers, id: string, known: Knowledge = knowledge) {
  const criterion = known.criteria.find(each => each.id === id);
  assert.ok(criterion);
  const reading = new Reading(known, answers);
  return { reading, judgement: judge(known, criterion, reading) };
}

function found(answers: Answers, id: string, known: Knowledge = knowledge) {
  const { reading, judgement } = look(answers, id, known);
  return findingOf(known, reading, answers, judgement, 7);
}

/** The same knowledge with these criteria. */
const judging = (...changed: Criterion[]): Knowledge => openKnowledge({ ...knowledge, criteria: changed });
const [runTime, state] = criteria as [Criterion, Criterion];

describe('A finding that is settled', () => {
  it('is its rule, with its points, its weight beside the published one, and what it saw', () => {
    assert.deepEqual(found({ state: { value: 'memory' } }, 'state'), {
      criterion: 'state',
      title: 'State',
      theme: 'work',
      topic: 'topic',
      weight: 7,
      defaultWeight: 2,
      saw: [{ question: 'state', title: 'State', text: 'Memory' }],
      outcome: 'weakness',
      lifted: false,
      possible: ['weakness'],
      because: 'State is in memory.',
      remedy: 'Move it.',
      merit: 20,
      facts: [],
    });
    const good = found({ state: { value: 'store' } }, 'state');
    assert.deepEqual([good.outcome, good.remedy, good.merit], ['strength', undefined, 100]);
  });

  it('of a blocker says whether it is lifted, and quotes what it compares with', () => {
    for (const [value, lifted, merit] of [
      [true, true, 35],
      [false, false, 0],
    ] as const) {
      const finding = found({ ...long, divisible: { value } }, 'run-time');
      assert.deepEqual([finding.outcome, finding.lifted, finding.merit], ['blocker', lifted, merit]);
      assert.deepEqual(
        finding.facts.map(fact => fact.id),
        ['timeout'],
      );
    }
  });
});

describe('A finding that is open', () => {
  it('says what it waits for, and may come to each outcome once, the best first', () => {
    const finding = found({}, 'run-time');
    assert.deepEqual(finding.possible, ['strength', 'concern', 'blocker']);
    assert.deepEqual(
      [finding.outcome, finding.lifted, finding.because, finding.remedy, finding.merit],
      ['open', false, 'Not known yet: it depends on longest run.', undefined, undefined],
    );
    assert.deepEqual(finding.facts, []);
    assert.deepEqual(finding.saw, [{ question: 'longest-run', title: 'Longest run', text: undefined }]);
  });

  it('says what is the matter where only the way round is not known, with its numbers', () => {
    const finding = found(long, 'run-time');
    assert.equal(
      finding.because,
      'Its longest run of 16.7 minutes is beyond 15 minutes. Whether there is a serverless way round depends on divisible work.',
    );
    assert.deepEqual(
      finding.facts.map(fact => fact.id),
      ['timeout'],
    );
    assert.deepEqual(finding.possible, ['blocker']);
  });

  it('does not say what is the matter while it may still leave the score, or come out by another rule', () => {
    const maybe = judging({ ...runTime, when: { answer: 'state', is: 'store' } }, state);
    const leaving = found({ ...long, divisible: { value: true } }, 'run-time', maybe);
    assert.equal(leaving.because, 'Not known yet: it depends on state.');
    const [first, ...others] = runTime.rules;
    assert.ok(first);
    const two = judging({
      ...runTime,
      rules: [{ ...first, when: { all: [first.when, { answer: 'state', is: 'memory' }] } }, first, ...others],
    });
    const other = found({ ...long, divisible: { value: true } }, 'run-time', two);
    assert.equal(other.because, 'Not known yet: it depends on state.');
    assert.deepEqual(other.facts, []);
  });
});

describe('A finding that does not count', () => {
  it('gives the reasons of those who said so, or says that its question does not arise', () => {
    const because = (answers: Answers, id: string) => {
      const finding = found(answers, id);
      assert.deepEqual(
        [finding.outcome, finding.lifted, finding.possible, finding.merit, finding.facts],
        ['not-applicable', false, [], undefined, []],
      );
      return finding.because;
    };
    assert.equal(
      because({ state: { notApplicable: 'a pure\nfunction' } }, 'state'),
      'Left out of the score, because this does not apply: state (a pure function).',
    );
    const both = { peak: { notApplicable: 'never' }, 'longest-run': { notApplicable: 'short' } };
    assert.equal(
      because(both, 'concurrency'),
      'Left out of the score, because this does not apply: longest run (short) and peak (never).',
    );
    assert.equal(
      because({ trigger: { value: ['http'] } }, 'events'),
      'Left out of the score: what it asks does not arise for this workload.',
    );
  });
});

describe('The blockers', () => {
  const blockers = (answers: Answers, known: Knowledge = knowledge) => {
    const reading = new Reading(known, answers);
    return findBlockers(
      known,
      reading,
      known.criteria.map(criterion => judge(known, criterion, reading)),
    );
  };

  it('stand with their way round, or may come to stand with what that depends on', () => {
    assert.deepEqual(blockers({ ...long, divisible: { value: true } }), [
      {
        criterion: 'run-time',
        title: 'Run time',
        certain: true,
        lifted: true,
        because: 'Its longest run of 16.7 minutes is beyond 15 minutes.',
        wayRound: { title: 'Cut it', how: 'In steps.' },
        nextBestForm: knowledge.formById.get('workflow'),
      },
    ]);
    const [maybe] = blockers({});
    assert.equal(maybe?.certain, false);
    assert.equal(maybe?.because, 'It may rule a plain function out, depending on longest run.');
    assert.deepEqual(blockers({ 'longest-run': { value: 10 } }), []);
  });

  it('are lifted only when every way that is still possible lifts them', () => {
    assert.deepEqual(
      blockers(long).map(({ certain, lifted }) => [certain, lifted]),
      [[true, false]],
    );
  });

  it('are not certain while their criterion may still not count', () => {
    const maybe = judging({ ...runTime, when: { answer: 'state', is: 'store' } }, state);
    assert.deepEqual(
      blockers({ ...long, divisible: { value: false } }, maybe).map(({ certain }) => certain),
      [false],
    );
  });

  it('come certain ones first, then by how heavy a form they ask for', () => {
    const [rule] = runTime.rules;
    assert.ok(rule);
    const blocking = (id: string, form: string | undefined, open = false): Criterion => ({
      ...runTime,
      id,
      rules: [
        {
          ...rule,
          ...(open ? { when: { answer: 'state', is: 'memory' } } : {}),
          wayRound: form === undefined ? [] : [{ title: 'x', how: 'x', form }],
        },
      ],
    });
    const known = judging(
      blocking('open', 'container', true),
      blocking('function', 'function'),
      blocking('container', 'container'),
      blocking('workflow', 'workflow'),
    );
    assert.deepEqual(
      blockers(long, known).map(({ criterion }) => criterion),
      ['container', 'workflow', 'function', 'open'],
    );
  });
});
