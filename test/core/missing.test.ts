import assert from 'node:assert/strict';
import type { Judgement, Possibility } from '../../src/core/assessment/judgement';
import { rankMissing } from '../../src/core/assessment/missing';
import type { Answers } from '../../src/core/language/answer';
import { criteria, knowledge } from './small-knowledge';

/** A criterion that may come to these merits, and waits for these questions. */
function waiting(id: string, merits: readonly number[], missing: readonly string[], changed: Partial<Judgement> = {}) {
  const criterion = criteria.find(known => known.id === id);
  assert.ok(criterion);
  const possible = merits.map(merit => ({ merit }) as Possibility);
  return { criterion, possible, mayLeave: false, missing, blocking: [], ...changed };
}

const rank = (inPlay: readonly Judgement[], answers: Answers = {}, weigh = (): number => 1) =>
  rankMissing(knowledge, answers, inPlay, weigh);
const points = (inPlay: readonly Judgement[], weigh?: () => number) =>
  rank(inPlay, {}, weigh).map(missing => [missing.question, missing.points]);

describe('What to find out first', () => {
  it('moves the score by its share of the points that its criteria can still move it by', () => {
    assert.deepEqual(points([waiting('state', [100, 20], ['state'])]), [['state', 80]]);
    assert.deepEqual(points([waiting('state', [100, 20], ['state', 'trigger'])]), [
      ['trigger', 40],
      ['state', 40],
    ]);
    const settled = waiting('events', [100], []);
    assert.deepEqual(points([waiting('state', [100, 20], ['state']), settled]), [['state', 40]]);
    const both = [waiting('state', [100, 20], ['state']), waiting('events', [100, 40], ['state', 'trigger'])];
    assert.deepEqual(points(both), [
      ['state', 55],
      ['trigger', 15],
    ]);
  });

  it('counts by weight, and moves nothing where nothing weighs', () => {
    const weigh = (judgement: Judgement): number => (judgement.criterion.id === 'state' ? 3 : 1);
    const both = [waiting('state', [100, 20], ['state']), waiting('events', [100, 20], ['trigger'])];
    assert.deepEqual(
      rankMissing(knowledge, {}, both, weigh).map(missing => [missing.question, missing.points]),
      [
        ['state', 60],
        ['trigger', 20],
      ],
    );
    assert.deepEqual(
      points(both, () => 0),
      [
        ['trigger', 0],
        ['state', 0],
      ],
    );
  });

  it('takes leaving the sum for a finding that is neither here nor there', () => {
    const leaving = { mayLeave: true };
    assert.deepEqual(points([waiting('state', [100], ['state'], leaving)]), [['state', 30]]);
    assert.deepEqual(points([waiting('state', [100, 20], ['state'], leaving)]), [['state', 80]]);
    assert.deepEqual(points([waiting('state', [100], ['state'])]), [['state', 0]]);
  });

  it('comes before what moves the score further, when it may rule a plain function out', () => {
    const small = waiting('state', [60, 50], ['state', 'peak'], { blocking: ['peak'] });
    const large = waiting('events', [100, 0], ['trigger']);
    const ranked = rank([large, small]);
    assert.deepEqual(
      ranked.map(({ question, couldBlock }) => [question, couldBlock]),
      [
        ['peak', true],
        ['trigger', false],
        ['state', false],
      ],
    );
  });

  it('names what waits for it in the order of the criteria, and what it asks', () => {
    const [entry, ...others] = rank([
      waiting('state', [100, 20], ['state']),
      waiting('events', [100, 40], ['state'], { blocking: ['state'] }),
      waiting('concurrency', [100, 40], ['state']),
    ]);
    assert.deepEqual(others, []);
    assert.deepEqual(entry, {
      question: 'state',
      title: 'State',
      ask: 'Where is state kept?',
      findOut: 'Find out.',
      dontKnow: false,
      points: (80 + 60 + 60) / 3,
      couldBlock: true,
      criteria: ['State', 'Events', 'Concurrency'],
    });
  });

  it('says what somebody has said not to know', () => {
    const open = [waiting('state', [100, 20], ['state'])];
    assert.equal(rank(open, { state: { unknown: true } })[0]?.dontKnow, true);
    assert.equal(rank(open, { state: { value: 'store' } })[0]?.dontKnow, false);
  });

  it('is nothing where all is settled', () => assert.deepEqual(rank([waiting('state', [100], [])]), []));
});
