import assert from 'node:assert/strict';
import { Reading } from '../../src/core/language/condition';
import {
  factsIn,
  fill,
  placeholdersIn,
  printAnswer,
  printConditions,
  printValue,
  textWithFacts,
} from '../../src/core/language/wording';
import { join, lower } from '../../src/core/language/words';
import { knowledge } from './small-knowledge';

const question = (id: string) => {
  const found = knowledge.questionById.get(id);
  assert.ok(found);
  return found;
};
const reading = new Reading(knowledge, {
  trigger: { value: ['http', 'queue'] },
  'longest-run': { value: 400 },
  divisible: { value: false },
  state: { value: 'store' },
});

describe('An answer in a list', () => {
  for (const [id, value, text] of [
    ['divisible', true, 'Yes'],
    ['divisible', false, 'No'],
    ['longest-run', 900, '15 minutes'],
    ['peak', 3, '3 per second'],
    ['state', 'store', 'Store'],
    ['trigger', ['http', 'queue'], 'HTTP and Queue'],
    ['state', 'gone', 'gone'],
  ] as const)
    it(`is "${text}" for ${JSON.stringify(value)}`, () =>
      assert.equal(printValue(knowledge, question(id), value), text));

  it('may be that nobody knows, or that it does not apply, with the reason on one line', () => {
    assert.equal(printAnswer(knowledge, question('state'), { value: 'store' }), 'Store');
    assert.equal(printAnswer(knowledge, question('state'), { unknown: true }), "Don't know");
    const reason = `${'x'.repeat(500)}\n${'y'.repeat(500)}`;
    assert.equal(
      printAnswer(knowledge, question('state'), { notApplicable: reason }),
      `Not applicable: ${reason.replace('\n', ' ')}`,
    );
  });
});

describe('A sentence of the knowledge', () => {
  for (const [template, text] of [
    ['{trigger} begin it.', 'HTTP requests and queue messages begin it.'],
    ['it runs {longest-run}, {state}, and {divisible}.', 'It runs 400 seconds, in a store, and cannot be cut.'],
    ['At most {cloud.timeout}, {at-once} at once.', 'At most 15 minutes, unknown at once.'],
    ['No {Other} or { state }.', 'No {Other} or { state }.'],
    ['', ''],
  ] as const)
    it(`is filled with what it speaks of: ${template}`, () => assert.equal(fill(knowledge, reading, template), text));

  it('says a quantity in its unit, and yes or no where the question has no phrase for it', () => {
    const answers = { peak: { value: 3 }, 'longest-run': { value: 400 } };
    assert.equal(fill(knowledge, new Reading(knowledge, answers), '{at-once}'), '1,200');
    const { phrases: _phrases, ...plain } = question('divisible');
    const bare = { ...knowledge, questionById: new Map([...knowledge.questionById, ['divisible', plain]]) };
    for (const [value, text] of [
      [true, 'Yes'],
      [false, 'No'],
    ] as const) {
      const said = new Reading(bare, { 'longest-run': { value: 400 }, divisible: { value } });
      assert.equal(fill(bare, said, '{divisible}'), text);
      const withPhrase = new Reading(knowledge, { 'longest-run': { value: 400 }, divisible: { value } });
      assert.equal(fill(knowledge, withPhrase, 'It {divisible}'), value ? 'It can be cut' : 'It cannot be cut');
    }
  });

  it('about no workload has its facts, and names what is asked', () => {
    assert.equal(
      textWithFacts(knowledge, 'At {cloud.timeout}, {longest-run} and {at-once}, {nothing}.'),
      'At 15 minutes, (longest run) and (at once), (nothing).',
    );
  });

  it('quotes each fact once, in the order in which they stand', () => {
    const facts = factsIn(knowledge, 'a {cloud.timeout}', undefined, '{state} {cloud.timeout} {no.such}');
    assert.deepEqual(
      facts.map(({ title }) => title),
      ['Longest run'],
    );
    assert.deepEqual(factsIn(knowledge, undefined, ''), []);
    assert.deepEqual(placeholdersIn('{a} {b.c} {D} {a}'), ['a', 'b.c', 'a']);
  });

  it('has under which conditions a fact holds', () => {
    assert.equal(printConditions({}), null);
    assert.equal(printConditions({ appliesTo: 'Each run' }), 'Each run.');
    assert.equal(printConditions({ note: 'It was less.' }), 'It was less.');
    assert.equal(printConditions({ appliesTo: 'Each run', note: 'It was less.' }), 'Each run. It was less.');
  });
});

describe('Words in a sentence', () => {
  it('are listed as a person does', () => {
    assert.deepEqual(
      [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(items => join(items)),
      ['', 'a', 'a and b', 'a, b and c'],
    );
    assert.equal(join(['a', 'b', 'c'], 'disjunction'), 'a, b or c');
  });

  it('begin small, but names and abbreviations', () => {
    assert.deepEqual(['State', 'GPU', 'A queue', 'S3 bucket', 'iPad'].map(lower), [
      ...['state', 'GPU', 'a queue', 'S3 bucket', 'iPad'],
    ]);
  });
});
