import assert from 'node:assert/strict';
import type { Condition } from '../../src/core/content/types';
import { isUnknown, Reading, type Vocabulary } from '../../src/core/language/condition';
import { knowledge } from './small-knowledge';

describe('A condition', () => {
  const long = { answer: 'longest-run', above: 100 };
  const inMemory = { answer: 'state', is: 'memory' };

  it('is unknown without an answer, and names the question that would settle it', () => {
    assert.deepEqual(new Reading(knowledge, {}).evaluate(long), { missing: ['longest-run'] });
  });

  it('treats "don\'t know" as unknown, never as no', () => {
    const reading = new Reading(knowledge, { 'longest-run': { unknown: true } });
    assert.deepEqual(reading.evaluate({ not: long }), { missing: ['longest-run'] });
  });

  it('does not hold of what does not apply, and neither does its opposite', () => {
    const reading = new Reading(knowledge, { state: { notApplicable: 'none' } });
    assert.equal(reading.evaluate(inMemory), false);
    assert.equal(reading.evaluate({ not: inMemory }), false);
    assert.equal(reading.evaluate({ not: { not: inMemory } }), false);
  });

  it('waits for no answer when one part does not apply that it cannot do without', () => {
    const reading = new Reading(knowledge, { state: { notApplicable: 'none' } });
    assert.equal(reading.evaluate({ all: [long, inMemory] }), false);
    assert.equal(reading.evaluate({ not: { any: [long, inMemory] } }), false);
    assert.deepEqual(reading.evaluate({ any: [long, inMemory] }), { missing: ['longest-run'] });
  });

  it('carries "not" into its parts', () => {
    const reading = new Reading(knowledge, { state: { value: 'store' }, 'longest-run': { value: 500 } });
    assert.equal(reading.evaluate({ not: { all: [long, inMemory] } }), true);
    assert.equal(reading.evaluate({ not: { any: [long, inMemory] } }), false);
  });

  it('is false when one part of "all" is, whatever the others will be', () => {
    const reading = new Reading(knowledge, { state: { value: 'store' } });
    assert.equal(reading.evaluate({ all: [long, inMemory] }), false);
    assert.deepEqual(reading.evaluate({ any: [long, inMemory] }), { missing: ['longest-run'] });
  });

  it('is true when one part of "any" is, whatever the others will be', () => {
    const reading = new Reading(knowledge, { state: { value: 'memory' } });
    assert.equal(reading.evaluate({ any: [long, inMemory] }), true);
  });

  it('compares with a fact', () => {
    const above = { answer: 'longest-run', above: { fact: 'cloud.timeout' } };
    assert.equal(new Reading(knowledge, { 'longest-run': { value: 901 } }).evaluate(above), true);
    assert.equal(new Reading(knowledge, { 'longest-run': { value: 900 } }).evaluate(above), false);
  });

  it('compares a derived quantity, and names all factors that are missing', () => {
    const busy = { answer: 'at-once', above: 1000 };
    assert.deepEqual(new Reading(knowledge, {}).evaluate(busy), { missing: ['peak', 'longest-run'] });
    const answers = { peak: { value: 100 }, 'longest-run': { value: 11 } };
    assert.equal(new Reading(knowledge, answers).evaluate(busy), true);
  });

  it('of several choices can ask whether one is among them, and whether nothing else is', () => {
    const reading = new Reading(knowledge, { trigger: { value: ['http', 'queue'] } });
    assert.equal(reading.evaluate({ answer: 'trigger', includes: ['queue'] }), true);
    assert.equal(reading.evaluate({ answer: 'trigger', only: ['queue'] }), false);
  });
});

describe('A comparison', () => {
  const holds = (condition: Condition, value: boolean | number | string | readonly string[]): boolean => {
    const [answer] = 'answer' in condition ? [condition.answer] : [];
    const vocabulary: Vocabulary = {
      questionById: new Map([['it', { id: 'it' }]]),
      quantityById: new Map(),
      factById: new Map([['a.b', { value: 10 }]]),
    };
    assert.equal(answer, 'it');
    const truth = new Reading(vocabulary, { it: { value } }).evaluate(condition);
    assert.ok(!isUnknown(truth));
    return truth;
  };

  it('of numbers says on which side of the limit, and to which side the limit itself belongs', () => {
    const sides = (condition: Condition) => [9, 10, 11].map(value => holds(condition, value));
    assert.deepEqual(sides({ answer: 'it', above: 10 }), [false, false, true]);
    assert.deepEqual(sides({ answer: 'it', atLeast: 10 }), [false, true, true]);
    assert.deepEqual(sides({ answer: 'it', below: 10 }), [true, false, false]);
    assert.deepEqual(sides({ answer: 'it', atMost: 10 }), [true, true, false]);
    assert.deepEqual(sides({ answer: 'it', atMost: { fact: 'a.b' } }), [true, true, false]);
  });

  it('of a choice asks for one option or one of several', () => {
    assert.deepEqual(
      ['a', 'b', 'c'].map(value => holds({ answer: 'it', in: ['a', 'b'] }, value)),
      [true, true, false],
    );
    assert.equal(holds({ answer: 'it', is: 'a' }, 'a'), true);
    assert.equal(holds({ answer: 'it', is: 'a' }, 'b'), false);
  });

  it('of several choices asks whether one of some is among them, or no others are', () => {
    const includes = { answer: 'it', includes: ['a', 'b'] };
    const only = { answer: 'it', only: ['a', 'b'] };
    for (const [value, among, alone] of [
      [['a'], true, true],
      [['a', 'b'], true, true],
      [['b', 'c'], true, false],
      [['c'], false, false],
      [[], false, true],
    ] as const)
      assert.deepEqual([holds(includes, value), holds(only, value)], [among, alone], value.join());
    assert.equal(holds(includes, 'abc'), false, 'a text is no list');
  });

  it('of what nobody has heard of is a mistake in the knowledge, which is named', () => {
    const reading = new Reading(knowledge, { 'longest-run': { value: 7 } });
    const evaluate = (condition: object) => () => reading.evaluate(condition as Condition);
    assert.throws(evaluate({ answer: 'nothing', is: true }), /No question or quantity nothing\./);
    assert.throws(evaluate({ answer: 'longest-run', above: { fact: 'no.fact' } }), /No fact no\.fact\./);
    assert.throws(evaluate({ answer: 'longest-run', almost: 7 }), /Nothing is known of the comparison .*"almost":7/);
  });
});

describe('A derived quantity', () => {
  const question = (id: string) => [id, { id }] as const;
  const vocabulary: Vocabulary = {
    questionById: new Map([question('a'), question('b'), question('c')]),
    quantityById: new Map([
      ['both', { id: 'both', title: 'Both', unit: 'count', times: ['a', 3], over: ['b', 2], explain: '' }],
      ['more', { id: 'more', title: 'More', unit: 'count', times: ['both', 'c'], explain: '' }],
    ]),
    factById: new Map(),
  };
  const read = (answers: ConstructorParameters<typeof Reading>[1], id = 'both') =>
    new Reading(vocabulary, answers).read(id);

  it('is a product over a product, of answers, numbers and other quantities', () => {
    assert.equal(read({ a: { value: 8 }, b: { value: 4 } }), 3);
    assert.equal(read({ a: { value: 8 }, b: { value: 4 }, c: { value: 5 } }, 'more'), 15);
  });

  it('names each answer that it wants, and waits for none once one does not apply', () => {
    assert.deepEqual(read({ b: { value: 4 } }), { missing: ['a'] });
    assert.deepEqual(read({}, 'more'), { missing: ['a', 'b', 'c'] });
    assert.deepEqual(read({ b: { notApplicable: 'x' } }), { missing: [] });
  });
});

describe('A question with a condition of its own', () => {
  const cut = { answer: 'divisible', is: true };

  it('counts only while it matters; its answer is kept but not used', () => {
    const answers = { 'longest-run': { value: 10 }, divisible: { value: true } };
    assert.equal(new Reading(knowledge, answers).evaluate(cut), false);
    assert.equal(new Reading(knowledge, answers).evaluate({ not: cut }), false);
    assert.equal(new Reading(knowledge, { ...answers, 'longest-run': { value: 400 } }).evaluate(cut), true);
  });

  it('asks for what decides whether it matters before it asks for itself', () => {
    assert.deepEqual(new Reading(knowledge, { divisible: { value: true } }).evaluate(cut), {
      missing: ['longest-run'],
    });
  });
});
