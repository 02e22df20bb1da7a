import assert from 'node:assert/strict';
import { longestRun, parseMark, printMark, renewal } from '../../src/core/scaffold/run-mark';

describe('The mark of a run', () => {
  const mark = { process: '4711', began: '8823423', machine: '9f3c2a1b4d5e6f70' };

  it('is a name that says whose it is, and is read as it was printed', () => {
    assert.equal(printMark(mark), '4711-8823423-9f3c2a1b4d5e6f70');
    assert.deepEqual(parseMark(printMark(mark)), mark);
  });

  for (const name of [
    '',
    '4711',
    '4711-8823423',
    '0-1-9f3c2a1b4d5e6f70',
    '4711-8823423-9f3c',
    '4711-x-9f3c2a1b4d5e6f70',
    '-4711-1-9f3c2a1b4d5e6f70',
    '4711-8823423-9f3c2a1b4d5e6f70.txt',
  ])
    it(`is not "${name}"`, () => assert.equal(parseMark(name), undefined));

  it('is renewed a few times before others take its run for dead', () => assert.ok(renewal * 4 <= longestRun));
});
