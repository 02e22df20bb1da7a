import assert from 'node:assert/strict';
import { isOut, isSettled, judge } from '../../src/core/assessment/judgement';
import type { Criterion } from '../../src/core/content/types';
import type { Answers } from '../../src/core/language/answer';
import { Reading } from '../../src/core/language/condition';
import { criteria, knowledge } from './small-knowledge';

const [runTime, state, events] = criteria as [Criterion, Criterion, Criterion];
const look = (criterion: Criterion, answers: Answers) => judge(knowledge, criterion, new Reading(knowledge, answers));

/** A judgement without its rules: each possibility as its outcome, its points and its form. */
function told(criterion: Criterion, answers: Answers) {
  const { possible, mayLeave, missing, blocking } = look(criterion, answers);
  const ways = possible.map(({ outcome, merit, lifted, wayRound }) =>
    [outcome, merit, lifted ? 'lifted' : '', wayRound?.form ?? ''].filter(part => part !== '').join(' '),
  );
  return { ways, mayLeave, missing, blocking };
}

describe('A judgement', () => {
  it('is the first rule that is true', () => {
    const settled = { mayLeave: false, missing: [], blocking: [] };
    assert.deepEqual(told(state, { state: { value: 'memory' } }), { ways: ['weakness 20'], ...settled });
    assert.deepEqual(told(runTime, { 'longest-run': { value: 61 } }), { ways: ['concern 50'], ...settled });
    assert.deepEqual(told(runTime, { 'longest-run': { value: 60 } }), { ways: ['strength 100'], ...settled });
  });

  it('may come to each rule up to the first that is true, while nobody knows', () => {
    assert.deepEqual(told(runTime, {}), {
      ways: ['blocker 35 lifted workflow', 'blocker 0 container', 'concern 50', 'strength 100'],
      mayLeave: true,
      missing: ['longest-run'],
      blocking: ['longest-run'],
    });
    const sure: Criterion = {
      ...state,
      rules: [
        { when: { answer: 'trigger', includes: ['http'] }, outcome: 'concern', because: '' },
        { when: { answer: 'state', is: 'store' }, outcome: 'strength', because: '' },
        { when: { answer: 'peak', above: 1 }, outcome: 'weakness', because: '' },
      ],
    };
    assert.deepEqual(told(sure, { state: { value: 'store' } }), {
      ways: ['concern 50', 'strength 100'],
      mayLeave: false,
      missing: ['trigger'],
      blocking: [],
    });
  });

  it('waits for what says whether it counts, and leaves the sum meanwhile', () => {
    assert.deepEqual(told({ ...state, when: events.when as never }, { state: { value: 'store' } }), {
      ways: ['strength 100'],
      mayLeave: true,
      missing: ['trigger'],
      blocking: [],
    });
    const out = { ways: [], mayLeave: true, missing: [], blocking: [] };
    assert.deepEqual(told(events, { trigger: { value: ['http'] } }), out);
    assert.deepEqual(told(state, { state: { notApplicable: 'x' } }), out);
  });

  it('of a blocker goes the first way round that is open, and waits for what says which', () => {
    const long = { 'longest-run': { value: 1000 } };
    assert.deepEqual(told(runTime, long), {
      ways: ['blocker 35 lifted workflow', 'blocker 0 container'],
      mayLeave: false,
      missing: ['divisible'],
      blocking: ['divisible'],
    });
    const settled = { mayLeave: false, missing: [], blocking: [] };
    assert.deepEqual(told(runTime, { ...long, divisible: { value: true } }), {
      ways: ['blocker 35 lifted workflow'],
      ...settled,
    });
    assert.deepEqual(told(runTime, { ...long, divisible: { value: false } }), {
      ways: ['blocker 0 container'],
      ...settled,
    });
  });

  it('is settled by one possibility that cannot leave, and out without any', () => {
    const is = (criterion: Criterion, answers: Answers) => {
      const judgement = look(criterion, answers);
      return [isSettled(judgement), isOut(judgement)];
    };
    assert.deepEqual(is(state, { state: { value: 'store' } }), [true, false]);
    assert.deepEqual(is(state, {}), [false, false]);
    assert.deepEqual(is({ ...state, when: events.when as never }, { state: { value: 'store' } }), [false, false]);
    assert.deepEqual(is(state, { state: { notApplicable: 'x' } }), [false, true]);
  });
});
