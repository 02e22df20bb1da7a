import assert from 'node:assert/strict';
import { makeWordReader } from '../../src/core/guide/words';

const read = makeWordReader();

describe('The words of a text', () => {
  it('stand where they stand, letters, digits and their marks', () => {
    assert.deepEqual(
      read('Déjà-vu, 42x!').map(({ word, start, end }) => [word.text, start, end]),
      [
        ['deja', 0, 4],
        ['vu', 5, 7],
        ['42x', 9, 12],
      ],
    );
    assert.deepEqual(read(' ?! '), []);
    assert.deepEqual(
      read('e\u0301t').map(({ word, end }) => [word.text, end]),
      [['et', 3]],
    );
  });

  for (const [text, ...forms] of [
    ['runs', 'runs', 'run'],
    ['Retries', 'retries', 'retrie', 'retry'],
    ['batches', 'batches', 'batche', 'batch'],
    ['crashes', 'crashes', 'crashe', 'crash'],
    ['processes', 'processes', 'processe', 'process'],
    ['boxes', 'boxes', 'boxe', 'box'],
    ['caches', 'caches', 'cache', 'cach'],
    ['times', 'times', 'time'],
    ['bus', 'bus'],
    ['status', 'status'],
    ['process', 'process'],
    ['analysis', 'analysis'],
    ['aws', 'aws'],
    ['rows', 'rows', 'row'],
    ['run', 'run'],
  ] as const)
    it(`are also what they are plurals of: ${text}`, () => assert.deepEqual(read(text)[0]?.word.forms, forms));

  it('are common where every text has them, and where they are a letter', () => {
    const common = (text: string) =>
      read(text)
        .filter(({ word }) => word.common)
        .map(({ word }) => word.text);
    assert.deepEqual(common('The state of a queue, x 7 ab'), ['the', 'of', 'a', 'x', '7']);
    assert.deepEqual(common('at least once'), []);
    assert.deepEqual(common('WITHOUT your yours about them'), ['without', 'your', 'yours', 'about', 'them']);
  });

  it('are looked at once', () => {
    const [one] = read('queue');
    assert.equal(read('a queue')[1]?.word, one?.word);
    assert.notEqual(makeWordReader()('queue')[0]?.word, one?.word);
  });
});
