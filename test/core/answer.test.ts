import assert from 'node:assert/strict';
import type { Question } from '../../src/core/content/types';
import { checkValue, normaliseValue } from '../../src/core/language/answer';
import { questions } from './small-knowledge';

const asked = (id: string, changed: Partial<Question> = {}): Question => {
  const question = questions.find(known => known.id === id);
  assert.ok(question);
  return { ...question, ...changed };
};
const whole = asked('peak', { integer: true, unit: 'count', minimum: 2, maximum: 10 });

describe('A value as an answer', () => {
  it('may be what the question takes, limits included', () => {
    for (const [question, ...values] of [
      [asked('divisible'), true, false],
      [asked('state'), 'memory', 'store'],
      [asked('trigger'), ['http'], ['queue', 'http']],
      [asked('longest-run'), 0, 0.5, 100_000],
      [whole, 2, 10],
    ] as const)
      for (const value of values) assert.equal(checkValue(question, value), undefined, `${question.id}: ${value}`);
  });

  for (const [question, value, sentence] of [
    [asked('divisible'), 'yes', 'The answer to "Divisible work" must be true or false.'],
    [asked('state'), 'disk', 'The answer to "State" must be one of memory, store, not "disk".'],
    [asked('state'), 7, 'The answer to "State" must be one of memory, store.'],
    [asked('trigger'), 'http', 'The answer to "Trigger" must be a list with at least one of http, queue.'],
    [asked('trigger'), [], 'The answer to "Trigger" must be a list with at least one of http, queue.'],
    [asked('trigger'), ['http', 'x'], 'The answer to "Trigger" may only list http, queue, not "x".'],
    [asked('trigger'), ['http', 7], 'The answer to "Trigger" may only list http, queue.'],
    [asked('trigger'), ['http', 'http'], 'The answer to "Trigger" lists an option twice.'],
    [asked('longest-run'), '7', 'The answer to "Longest run" must be a number (seconds).'],
    [asked('longest-run'), Number.NaN, 'The answer to "Longest run" must be a number (seconds).'],
    [asked('longest-run'), -1, 'The answer to "Longest run" must be at least 0 seconds, not -1.'],
    [
      asked('longest-run'),
      100_001,
      'The answer to "Longest run" must be at most 27.8 hours (100000 seconds), not 100001.',
    ],
    [
      asked('longest-run', { integer: true }),
      1.5,
      'The answer to "Longest run" must be a whole number (seconds), not 1.5.',
    ],
    [whole, 'x', 'The answer to "Peak" must be a number.'],
    [whole, 2.5, 'The answer to "Peak" must be a whole number, not 2.5.'],
    [whole, 1, 'The answer to "Peak" must be at least 2, not 1.'],
    [whole, 11, 'The answer to "Peak" must be at most 10, not 11.'],
    [
      asked('peak', { unit: 'count', maximum: 3_000_000 }),
      4_000_000,
      'The answer to "Peak" must be at most 3 million, not 4000000.',
    ],
  ] as const)
    it(`is told why it cannot be one: ${JSON.stringify(value)} to "${question.title}"`, () =>
      assert.equal(checkValue(question, value), sentence));

  it('of several choices stands in the order of the options, without any that there is not', () => {
    assert.deepEqual(normaliseValue(asked('trigger'), ['queue', 'x', 'http']), ['http', 'queue']);
    assert.equal(normaliseValue(asked('state'), 'store'), 'store');
    assert.equal(normaliseValue(asked('longest-run'), 7), 7);
  });
});
