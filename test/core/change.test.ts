import assert from 'node:assert/strict';
import { whatWouldChange } from '../../src/core/assessment/change';
import { openKnowledge } from '../../src/core/content/knowledge';
import type { Condition, Question } from '../../src/core/content/types';
import type { Answers, Value } from '../../src/core/language/answer';
import { knowledge as small } from './small-knowledge';

const about = { why: 'Why.', findOut: 'Find out.', topic: 'topic' };
const option = (id: string) => ({ id, label: id.toUpperCase(), phrase: id });

/** What of one question's answers would change a verdict that is good unless the condition holds. */
function changes(question: Partial<Question> & Pick<Question, 'kind'>, value: Value, weak: Condition): string[] {
  const it = { id: 'it', title: 'It', ask: 'It?', ...about, ...question };
  const rules = [
    { when: weak, outcome: 'weakness', because: 'So.', remedy: 'Else.' },
    { when: { not: weak }, outcome: 'strength', because: 'So.' },
  ] as const;
  const knowledge = openKnowledge({
    ...small,
    sections: [{ id: 'all', title: 'All', order: 1, summary: 'All.', questions: [it] }],
    quantities: [],
    criteria: [
      {
        ...{ id: 'only', title: 'Only', theme: 'work', order: 1, weight: 1, weightBecause: 'So.' },
        ...{ explain: 'So.', topic: 'topic', rules: [...rules] },
      },
    ],
    policy: { ...small.policy, poorBelow: 10 },
  });
  return whatWouldChange(knowledge, { it: { value } }).map(({ from, to }) => `${from} → ${to}`);
}

describe('What would change the verdict', () => {
  it('is the other of yes and no', () => {
    assert.deepEqual(changes({ kind: 'boolean' }, true, { answer: 'it', is: false }), ['Yes → No']);
    assert.deepEqual(changes({ kind: 'boolean' }, false, { answer: 'it', is: true }), ['No → Yes']);
  });

  it('is the nearest of a choice that does it, whichever side it is on', () => {
    const question = { kind: 'choice', options: ['a', 'b', 'c', 'd'].map(option) } as const;
    assert.deepEqual(changes(question, 'd', { answer: 'it', in: ['a', 'b'] }), ['D → B']);
    assert.deepEqual(changes(question, 'a', { answer: 'it', in: ['c', 'd'] }), ['A → C']);
    assert.deepEqual(changes(question, 'b', { answer: 'it', in: ['a', 'd'] }), ['B → A']);
    assert.deepEqual(changes(question, 'c', { answer: 'it', in: ['a', 'd'] }), ['C → D']);
  });

  it('is the nearest typical number that does it, the smaller one of two', () => {
    const quick = [1, 60, 200, 3600, 7200].map(value => ({ value, label: '' }));
    const question = { kind: 'number', unit: 'count', quick } as const;
    const far = {
      any: [
        { answer: 'it', above: 150 },
        { answer: 'it', atMost: 80 },
      ],
    };
    assert.deepEqual(changes(question, 100, far), ['100 → 60']);
    assert.deepEqual(changes(question, 100, { answer: 'it', above: 150 }), ['100 → 200']);
    assert.deepEqual(changes(question, 5000, { answer: 'it', below: 1000 }), ['5,000 → 200']);
    assert.deepEqual(changes(question, 1, { answer: 'it', above: 100 }), ['1 → 200']);
    assert.deepEqual(changes({ kind: 'number' }, 1, { answer: 'it', above: 100 }), []);
  });

  it('is one of several choices less or more, not several at once', () => {
    const question = { kind: 'choices', options: ['a', 'b', 'c'].map(option) } as const;
    const both = { all: ['b', 'c'].map(id => ({ answer: 'it', includes: [id] })) };
    assert.deepEqual(changes(question, ['a'], both), []);
    assert.deepEqual(changes(question, ['a', 'b'], both), ['A and B → A, B and C']);
    assert.deepEqual(changes(question, ['a', 'b', 'c'], { answer: 'it', only: ['a', 'b'] }), ['A, B and C → A and B']);
    assert.deepEqual(changes(question, ['a'], { answer: 'it', only: ['b'] }), ['A → B']);
  });

  const decided: Answers = {
    trigger: { value: ['queue'] },
    'longest-run': { value: 1000 },
    divisible: { value: false },
    peak: { value: 1 },
  };

  it('is no answer that nobody has given: what is open or does not apply is not counted on', () => {
    for (const state of [undefined, { unknown: true }, { notApplicable: 'x' }] as const) {
      const answers = state ? { ...decided, state } : decided;
      const questions = whatWouldChange(small, answers).map(({ question }) => question);
      assert.ok(!questions.includes('state'), questions.join());
    }
  });

  it('is nothing while the verdict is undecided, even where an answer would decide it', () => {
    const { 'longest-run': _run, ...open } = decided;
    assert.deepEqual(whatWouldChange(small, { ...open, 'longest-run': { value: 10 } }), []);
  });

  it('says what is answered today and what instead, for the question by its title', () => {
    const [change] = whatWouldChange(small, { ...decided, state: { value: 'store' } });
    assert.deepEqual(change, {
      question: 'longest-run',
      title: 'Longest run',
      from: '16.7 minutes',
      to: '60 seconds',
      answer: { value: 60 },
      fit: 'good-fit',
    });
  });
});
