import assert from 'node:assert/strict';
import {
  comparisonsIn,
  conditionsOf,
  openKnowledge,
  optionsNamed,
  parseKnowledge,
  questionsBehind,
  thresholdOf,
} from '../../src/core/content/knowledge';
import type { Criterion, Fact, Question } from '../../src/core/content/types';
import { criteria, knowledge, questions } from './small-knowledge';

const [runTime, state] = criteria as [Criterion, Criterion];
const section = (id: string, order: number, ...ids: string[]) => ({
  ...{ id, title: id, order, summary: '' },
  questions: ids.map(each => questions.find(question => question.id === each) as Question),
});
const fact: Fact = {
  ...{ id: 'f', title: 'F', value: 1, unit: 'count', source: 'https://example.com', confidence: 'provider' },
  asOf: '2026-01-01',
};

describe('The knowledge', () => {
  it('has its sections in their order, and the questions with them', () => {
    const opened = openKnowledge({
      ...knowledge,
      sections: [
        section('last', 9, 'state'),
        section('first', 1, 'peak', 'trigger'),
        section('middle', 5, 'divisible'),
      ],
    });
    assert.deepEqual(
      opened.questions.map(({ id }) => id),
      ['peak', 'trigger', 'divisible', 'state'],
    );
    assert.equal(opened.sectionOf.get('trigger')?.id, 'first');
    assert.deepEqual([...(opened.optionsOf.get('trigger')?.keys() ?? [])], ['http', 'queue']);
    assert.deepEqual([...(opened.optionsOf.get('peak')?.keys() ?? [])], []);
  });

  it('has its criteria by theme, then as ordered, then by name', () => {
    const criterion = (id: string, theme: string, order: number): Criterion => ({ ...state, id, theme, order });
    const all = [
      criterion('c', 'work', 2),
      criterion('d', 'cost', 1),
      criterion('b', 'work', 1),
      criterion('a', 'work', 1),
      criterion('e', 'cost', 0),
    ];
    const themes = [
      { id: 'work', title: 'Work' },
      { id: 'cost', title: 'Cost' },
    ];
    for (const criteria of [all, all.toReversed()])
      assert.deepEqual(
        openKnowledge({ ...knowledge, themes, criteria }).criteria.map(({ id }) => id),
        ['a', 'b', 'c', 'e', 'd'],
      );
  });

  it('finds facts and notes by their owner, platforms and tools alike, and the day of the newest', () => {
    const note = { ...fact, id: 'n', text: 'x' };
    const owner = { owner: '', summary: '' };
    const opened = openKnowledge({
      ...knowledge,
      platforms: [
        { ...owner, id: 'p', title: 'P', facts: [{ ...fact, asOf: '2026-03-01' }] },
        { ...owner, id: 'q', title: 'Q', facts: [fact], notes: [note as never] },
      ],
      tools: [{ ...owner, id: 't', title: 'T', facts: [{ ...fact, asOf: '2026-02-01' }] } as never],
    });
    assert.deepEqual([...opened.factById.keys()], ['p.f', 'q.f', 't.f']);
    assert.deepEqual(opened.factById.get('t.f')?.about, { id: 't', title: 'T' });
    assert.deepEqual([...opened.noteById.keys()], ['q.n']);
    assert.deepEqual(opened.noteById.get('q.n')?.about, { id: 'q', title: 'Q' });
    assert.equal(opened.asOf, '2026-03-01');
    assert.equal(openKnowledge({ ...knowledge, platforms: [], tools: [] }).asOf, '');
  });

  it('knows the questions behind each criterion, in the order of the questionnaire', () => {
    assert.deepEqual(
      [...knowledge.questionsOf],
      [
        ['run-time', ['longest-run', 'divisible']],
        ['state', ['state']],
        ['events', ['trigger']],
        ['concurrency', ['longest-run', 'peak']],
      ],
    );
  });

  it('is read from its file', () => {
    assert.deepEqual(
      parseKnowledge(JSON.stringify(knowledge)).questions.map(({ id }) => id),
      questions.map(({ id }) => id),
    );
  });
});

describe('A condition of the knowledge', () => {
  const above = { answer: 'a', above: 1 };
  const is = { answer: 'b', is: 'x' };
  const has = { answer: 'c', includes: ['x', 'y'] };

  it('is one of a criterion, its rules or their ways round', () => {
    assert.deepEqual(conditionsOf(state), [
      { answer: 'state', is: 'memory' },
      { answer: 'state', is: 'store' },
    ]);
    assert.deepEqual(conditionsOf({ ...runTime, when: is })[0], is);
    assert.equal(conditionsOf(runTime).length, 4);
  });

  it('is made of comparisons, from left to right', () => {
    assert.deepEqual(comparisonsIn({ all: [above, { any: [is, { not: has }] }] }), [above, is, has]);
    assert.deepEqual(comparisonsIn(is), [is]);
  });

  it('compares with a number or a fact, or with options', () => {
    for (const name of ['above', 'atLeast', 'below', 'atMost'] as const) {
      const comparison = { answer: 'a', [name]: { fact: 'p.f' } } as never;
      assert.deepEqual(thresholdOf(comparison), { fact: 'p.f' }, name);
      assert.deepEqual(optionsNamed(comparison), []);
    }
    assert.equal(thresholdOf({ answer: 'a', atMost: 0 }), 0);
    assert.equal(thresholdOf(is), undefined);
    assert.deepEqual(optionsNamed(is), ['x']);
    assert.deepEqual(optionsNamed({ answer: 'a', is: true }), []);
    assert.deepEqual(optionsNamed({ answer: 'a', in: ['x'] }), ['x']);
    assert.deepEqual(optionsNamed(has), ['x', 'y']);
    assert.deepEqual(optionsNamed({ answer: 'a', only: ['z'] }), ['z']);
  });

  it('rests on a question, or on all that a quantity is worked out from', () => {
    const quantity = { id: 'q', title: 'Q', unit: 'count', explain: '' } as const;
    const quantities = new Map([
      ['q', { ...quantity, times: ['a', 3], over: ['b', 2] }],
      ['r', { ...quantity, times: ['q', 'c'] }],
    ]);
    assert.deepEqual(questionsBehind('a', quantities), ['a']);
    assert.deepEqual(questionsBehind('q', quantities), ['a', 'b']);
    assert.deepEqual(questionsBehind('r', quantities), ['a', 'b', 'c']);
  });
});
