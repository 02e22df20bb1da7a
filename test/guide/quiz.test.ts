import assert from 'node:assert/strict';
import { findQuestion, isRight } from '../../src/core/guide/quiz';
import { guide } from './small-guide';

function right(id: string, ...options: string[]): boolean {
  const question = findQuestion(guide, id);
  assert.ok(question);
  return isRight(question, options);
}

describe('A quiz question', () => {
  it('is answered rightly by all right options and no other', () => {
    assert.equal(right('limits-of-runs.one', 'this'), true);
    assert.equal(right('limits-of-runs.one', 'that'), false);
    assert.equal(right('limits-of-runs.one'), false);
    assert.equal(right('limits-of-runs.several', 'green', 'red', 'red'), true);
    assert.equal(right('limits-of-runs.several', 'red'), false);
    assert.equal(right('limits-of-runs.several', 'red', 'green', 'blue'), false);
    assert.equal(right('limits-of-runs.several', 'red', 'pink'), false);
  });

  it('is found by its chapter and its id', () => {
    assert.equal(findQuestion(guide, 'keeping-things.one')?.ask[0], 'Which one?');
    for (const id of ['keeping-things.several', 'nowhere.one', 'one', '', '.', 'keeping-things.one.two'])
      assert.equal(findQuestion(guide, id), undefined);
  });
});
